import type { Way } from '#shared/plan/plan-node.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { rankCorrelation } from '#engine/anonymise/perturb/rank-correlation.ts';
import { inOrder, placesWithin, swapRanks } from '#engine/anonymise/perturb/swap-ranks.ts';
import { putCells, takeRows } from './rows-in-hand.ts';
import { entropyOf, type WayInput, type WayLoss } from './way-input.ts';

type Swap = Way & { id: 'swap-ranks' };

/** A number from a text that a step has read as one already. */
const numberIn = (text: string, mark: Swap['decimalMark']): number => {
  const digits = text.replaceAll(/[\s'’$€£¥%\u00A0\u202F]/g, '');
  return Number(mark === ',' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', ''));
};

/** For each value its place from 0, equal ones sharing theirs; −1 where there is none. */
function placesOf({ values }: CodedColumn, { order, decimalMark }: Swap): Int32Array {
  const places = new Int32Array(values.length).fill(-1);
  const there = values.flatMap((value, code) =>
    value === null || value.trim() === ''
      ? []
      : [{ code, by: order === 'number' ? numberIn(value, decimalMark) : code }],
  );
  there.sort((a, b) => a.by - b.by);
  let place = -1;
  for (const [at, { code, by }] of there.entries()) {
    if (at === 0 || by !== there[at - 1]!.by) place += 1;
    places[code] = place;
  }
  return places;
}

const placeOfRows = (codes: Uint16Array | Uint32Array, places: Int32Array): Float64Array =>
  Float64Array.from(codes, (code) => (places[code]! < 0 ? Number.NaN : places[code]!));

/**
 * Exchanges the outputs’ values between rows of a like rank, each by itself or all together by the first one’s rank. What
 * has no value keeps none. @throws Failure JOB_CANCELLED
 */
export async function swapInPlace(input: WayInput, way: Swap, bits: RandomBits): Promise<WayLoss[]> {
  const { rows, columns } = await takeRows(input);
  const from: Uint32Array[] = [];
  const losses: WayLoss[] = [];
  for (const [at, column] of columns.entries()) {
    const by = way.together ? columns[0]! : column;
    const places = placesOf(by, way);
    if (at === 0 || !way.together) {
      const rowFrom = Uint32Array.from({ length: rows }, (_, row) => row);
      const sorted = inOrder(by.codes, places, bits);
      await swapRanks(sorted, rowFrom, { apart: placesWithin(sorted.length, way.within), bits, signal: input.signal });
      from.push(rowFrom);
    } else from.push(from[0]!);
    const before = placeOfRows(by.codes, places);
    losses.push({
      physical: input.outputs[at]!.physical,
      entropy: entropyOf(column),
      detail: Math.max(
        0,
        rankCorrelation(
          before,
          Float64Array.from(from[at]!, (row) => before[row]!),
        ),
      ),
    });
  }
  await putCells(input, rows, (row, output) => {
    const { codes, values } = columns[output]!;
    return values[codes[from[output]![row]!]!] ?? null;
  });
  return losses;
}
