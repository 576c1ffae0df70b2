import { decimalsOf } from '#shared/recipe/numbers.ts';
import type { Way } from '#shared/plan/plan-node.ts';
import type { RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { addNoise } from '#engine/anonymise/perturb/add-noise.ts';
import { rankCorrelation } from '#engine/anonymise/perturb/rank-correlation.ts';
import { putCells, takeRows } from './rows-in-hand.ts';
import { entropyOf, type WayInput, type WayLoss } from './way-input.ts';

/** Adds noise to the outputs, each by itself; their cells are multiples of the step. @throws Failure JOB_CANCELLED */
export async function noiseInPlace(
  input: WayInput,
  { distribution, scale, step, least, most }: Way & { id: 'add-noise' },
  bits: RandomBits,
): Promise<WayLoss[]> {
  const { rows, columns, people } = await takeRows(input);
  const decimals = decimalsOf(step);
  // Bounds that no multiple of the step meets are taken inwards, so that nothing passes them.
  const bounds = {
    least: least === null ? Number.NEGATIVE_INFINITY : Math.ceil(least / step - 1e-9),
    most: most === null ? Number.POSITIVE_INFINITY : Math.floor(most / step + 1e-9),
  };
  const noisy: Float64Array[] = [];
  const losses: WayLoss[] = [];
  for (const [at, column] of columns.entries()) {
    const units = Float64Array.from(column.values, (value) =>
      value === null || value.trim() === '' ? Number.NaN : Math.round(Number(value) / step),
    );
    const after = await addNoise({
      ...bounds,
      codes: column.codes,
      units,
      distribution,
      scale: scale / step,
      people,
      bits,
      signal: input.signal,
    });
    noisy.push(after);
    const before = Float64Array.from(column.codes, (code) => units[code]!);
    losses.push({
      physical: input.outputs[at]!.physical,
      entropy: entropyOf(column),
      detail: Math.max(0, rankCorrelation(before, after)),
    });
  }
  const write = (units: number): string | null =>
    Number.isNaN(units) ? null : (units * step).toFixed(decimals).replace(/^-(0(?:\.0*)?)$/, '$1');
  await putCells(input, rows, (row, output) => write(noisy[output]![row]!));
  return losses;
}
