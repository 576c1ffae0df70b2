import type { Way } from '#shared/plan/plan-node.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { drawAgain } from '#engine/anonymise/perturb/draw-again.ts';
import { putCells, takeRows } from './rows-in-hand.ts';
import { entropyOf, type WayInput, type WayLoss } from './way-input.ts';

/** What stands in each row over some columns, numbered as it first appears, and a row for each. */
function kindsOf(columns: readonly CodedColumn[], rows: number): { kinds: Uint32Array; rowOf: Uint32Array } {
  let kinds = new Uint32Array(rows);
  let rowOf: number[] = [];
  for (const { codes, values } of columns) {
    const known = new Map<number, number>();
    const finer = new Uint32Array(rows);
    rowOf = [];
    for (let row = 0; row < rows; row += 1) {
      const says = kinds[row]! * values.length + codes[row]!;
      if (!known.has(says)) {
        known.set(says, known.size);
        rowOf.push(row);
      }
      finer[row] = known.get(says)!;
    }
    kinds = finer;
  }
  return { kinds, rowOf: Uint32Array.from(rowOf) };
}

/**
 * Draws the outputs’ values again, each output by itself or all of them as one value; no value is a value like any other.
 * @throws Failure JOB_CANCELLED
 */
export async function drawAgainInPlace(
  input: WayInput,
  { keep, draw, together }: Way & { id: 'pram' },
  bits: RandomBits,
): Promise<WayLoss[]> {
  const { rows, columns, people } = await takeRows(input);
  const from: Uint32Array[] = [];
  for (const part of together ? [columns] : columns.map((column) => [column])) {
    const drawn = await drawAgain({ ...kindsOf(part, rows), keep, draw, people, bits, signal: input.signal });
    for (const _ of part) from.push(drawn);
  }
  await putCells(input, rows, (row, output) => {
    const { codes, values } = columns[output]!;
    return values[codes[from[output]![row]!]!] ?? null;
  });
  return columns.map((column, at) => ({
    physical: input.outputs[at]!.physical,
    entropy: entropyOf(column),
    detail: keep,
  }));
}
