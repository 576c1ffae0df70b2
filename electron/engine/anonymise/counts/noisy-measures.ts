import { Failure } from '#shared/contract/failure.ts';
import type { MeasureFigure } from '#shared/domain/group-measure.ts';
import { countsText } from '#shared/text/engine/counts.ts';
import type { TableNoise } from './group-noise.ts';
import type { Part } from './per-person.ts';

/** A column of numbers that is summed up. */
export interface Measure {
  name: string;
  figure: MeasureFigure;
  /** One per row; NaN where there is none; ±∞ is none either. */
  numbers: Float64Array;
  /**
   * Lowest and highest sum that one person adds to one group, from the recipe and never from the data: what lies
   * outside is put to the nearer of the two. Both are whole multiples of `step`.
   */
  from: number;
  to: number;
  /** What a person's sum is rounded to, above 0: 0.01 for cents. */
  step: number;
}

/** Noise of one table, in the unit of its figures. */
export interface NoiseTold {
  /** b of discrete Laplace, σ of discrete Gaussian noise. */
  scale: number;
  deviation: number;
  /** Half the width of an interval around a figure that holds what it is without noise, 95 times in 100. */
  within: number;
}

/** Noisy means, each with what it is at least and at most, 95 times in 100. */
export interface NoisyMeans {
  /** Noisy number of people of each group who have a number. */
  told: Float64Array;
  /** Noisy sum over noisy number, within the bounds; NaN where the noisy number is 0. */
  means: Float64Array;
  least: Float64Array;
  most: Float64Array;
  noise: NoiseTold;
}

export interface NoisyMeasure {
  measure: Omit<Measure, 'numbers'>;
  /** What one person changes a sum by at most. */
  sensitivity: number;
  /** Noisy sum per group, in the unit of the numbers. */
  sums: Float64Array;
  noise: NoiseTold;
  /** Null where a sum alone is asked for. */
  mean: NoisyMeans | null;
}

/** Steps that a bound may be away from 0. */
const MOST_STEPS = 2 ** 31;

/** @throws Failure RECIPE_INVALID for bounds that are no whole numbers of steps, too far away or the wrong way round */
export function checkMeasure({ name, from, to, step }: Measure): void {
  const whole = (bound: number): boolean => {
    const steps = bound / step;
    return Math.abs(steps) < MOST_STEPS && Math.abs(steps - Math.round(steps)) < 1e-6;
  };
  if (!(step > 0 && from <= to && whole(from) && whole(to)))
    throw new Failure('RECIPE_INVALID', countsText.bounds(name));
}

/** Noisy tables that a measure takes: its sums and, for a mean, its numbers of people. */
export const tablesFor = ({ figure }: Pick<Measure, 'figure'>): number => (figure === 'sum' ? 1 : 2);

/** Steps that one person changes a sum by at most. */
const reach = ({ from, to, step }: Measure): number => Math.max(1, Math.round(Math.max(-from, from, -to, to) / step));

/** A person's sum in whole steps, within the bounds; null where no row of theirs has a number. */
export function stepsOf({ rows }: Part, { numbers, from, to, step }: Measure): number | null {
  const found = rows.map((row) => numbers[row]!).filter((number) => Number.isFinite(number));
  if (found.length === 0) return null;
  const sum = found.reduce((before, number) => before + number, 0);
  return Math.round(Math.min(to, Math.max(from, sum)) / step);
}

const toldOf = (noise: TableNoise, unit: number): NoiseTold => ({
  scale: noise.scale * unit,
  deviation: noise.deviation * unit,
  within: noise.within('alone') * unit,
});

/**
 * Sums per group and, where means are asked for, the numbers of people that they are means of, each table with noise of
 * its own.
 */
export function measureGroups(
  measure: Measure,
  { parts, cells, noise }: { parts: readonly Part[]; cells: number; noise(steps: number): TableNoise },
): NoisyMeasure {
  const { numbers: _numbers, ...named } = measure;
  const { step, figure } = measure;
  const [sums, told] = [new Float64Array(cells), new Float64Array(cells)];
  for (const part of parts) {
    const steps = stepsOf(part, measure);
    if (steps === null) continue;
    sums[part.cell]! += steps;
    told[part.cell]! += 1;
  }
  const [ofSums, ofTold] = [noise(reach(measure)), noise(1)];
  for (let cell = 0; cell < cells; cell += 1) {
    sums[cell] = (sums[cell]! + ofSums.draw()) * step;
    if (figure !== 'sum') told[cell] = Math.max(0, told[cell]! + ofTold.draw());
  }
  return {
    measure: named,
    sensitivity: reach(measure) * step,
    sums,
    noise: toldOf(ofSums, step),
    mean: figure === 'sum' ? null : meansOf(measure, { sums, told }, { ofSums, ofTold }),
  };
}

/**
 * Means of noisy sums and noisy numbers, and between what they lie: the sum within its noise over the number within its
 * own, each missed 25 times in 1,000, so that both hold 95 times in 100 (Bonferroni).
 */
function meansOf(
  { from, to, step }: Measure,
  { sums, told }: { sums: Float64Array; told: Float64Array },
  { ofSums, ofTold }: { ofSums: TableNoise; ofTold: TableNoise },
): NoisyMeans {
  const clipped = (value: number): number => Math.min(to, Math.max(from, value));
  const [ofSum, ofPeople] = [ofSums.within('paired') * step, ofTold.within('paired')];
  const bound = (cell: number, most: boolean): number => {
    const sum = sums[cell]! + (most ? ofSum : -ofSum);
    const [few, many] = [Math.max(1, told[cell]! - ofPeople), Math.max(1, told[cell]! + ofPeople)];
    return clipped(sum / (sum < 0 === most ? many : few));
  };
  return {
    told,
    means: sums.map((sum, cell) => (told[cell] === 0 ? Number.NaN : clipped(sum / told[cell]!))),
    least: sums.map((_, cell) => bound(cell, false)),
    most: sums.map((_, cell) => bound(cell, true)),
    noise: toldOf(ofTold, 1),
  };
}
