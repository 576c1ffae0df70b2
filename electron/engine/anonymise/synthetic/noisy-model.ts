import type { CodedColumn, CodedTable } from '../coded/coded-table.ts';
import { discreteGaussian } from '../noise/discrete-noise.ts';
import type { RandomBits } from '../noise/random-bits.ts';
import { asNumber, roundedUp, type Rational } from '../noise/rational.ts';
import { fitMargins, ontoSimplex, shrink, smoothed } from './settle.ts';
import { product, tally, tallyPair } from './tallies.ts';

/** What ρ is spent on; the three parts add up to the whole. */
export interface RhoSplit {
  total: number;
  oneWay: number;
  tree: number;
  edges: number;
}

/** What the drawing of noise takes: fair bits, and a turn for other work now and then. */
export interface Drawing {
  bits: RandomBits;
  turn: () => Promise<void>;
}

/** Adds noise to each cell of a table of counts. @param counts whole numbers; changed in place */
async function addNoise({ bits, turn }: Drawing, counts: Float64Array, variance: Rational): Promise<void> {
  for (let cell = 0; cell < counts.length; cell += 1) {
    counts[cell]! += Number(discreteGaussian(bits, variance));
    if (cell % 1000 === 0) await turn();
  }
}

/**
 * σ² of the noise in every cell of so many tables that share ρ. One person adds at most `rows` to one cell of each
 * table, or to several less, so all tables together move by √tables · rows at most (least squares), and noise of σ² is
 * tables · rows² / 2σ²-zCDP (Canonne, Kamath, Steinke 2020, theorem 14).
 */
export const varianceFor = (tables: number, rows: number, rho: number): Rational =>
  roundedUp((tables * rows * rows) / (2 * rho));

export interface OneWay {
  /** Per column its table: no cell below 0, the sum `total`. */
  tables: Float64Array<ArrayBuffer>[];
  /** Rows, estimated from the noisy tables: the number of rows is private, too. */
  total: number;
}

/** A noisy table of one column, or one of two summed over the other. `variance` is that of the noise in each count. */
export interface Measured {
  column: number;
  counts: Float64Array;
  variance: number;
}

const sum = (cells: Float64Array): number => cells.reduce((before, cell) => before + cell, 0);

/**
 * What is known of each column from all its noisy tables: their mean, weighted by how exact they are, pulled towards
 * its neighbours' mean by as much as noise explains, and settled.
 * @param measured one per column at least
 */
export function settleOneWay(measured: readonly Measured[], columns: number): OneWay {
  const together = Array.from({ length: columns }, (_, column) => {
    const of = measured.filter((one) => one.column === column);
    const weight = of.reduce((before, { variance }) => before + 1 / variance, 0);
    const counts = Float64Array.from(
      of[0]!.counts,
      (_count, cell) => of.reduce((before, one) => before + one.counts[cell]! / one.variance, 0) / weight,
    );
    return { counts, variance: 1 / weight };
  });
  let [weighted, weights] = [0, 0];
  for (const { counts, variance } of together) {
    weighted += sum(counts) / counts.length / variance;
    weights += 1 / counts.length / variance;
  }
  const total = Math.max(0, weighted / weights);
  const tables = together.map(({ counts, variance }) => ontoSimplex(shrink(counts, smoothed(counts), variance), total));
  return { tables, total };
}

/** Noisy one-way tables of all columns. @param variances of the noise in each cell, by column */
export async function measureOneWay(
  drawing: Drawing,
  { columns }: CodedTable,
  variances: readonly Rational[],
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [at, column] of columns.entries()) {
    const counts = tally(column);
    await addNoise(drawing, counts, variances[at]!);
    measured.push({ column: at, counts, variance: asNumber(variances[at]!) });
  }
  return measured;
}

/** The noisy table of two columns. */
export async function measureEdge(
  drawing: Drawing,
  [first, second]: readonly [CodedColumn, CodedColumn],
  variance: Rational,
): Promise<Float64Array<ArrayBuffer>> {
  const counts = tallyPair(first, second);
  await addNoise(drawing, counts, variance);
  return counts;
}

/** What a noisy table of two columns says of each of them. */
export function marginsOf(
  [a, b]: readonly [number, number],
  counts: Float64Array,
  rows: number,
  variance: number,
): Measured[] {
  const wide = counts.length / rows;
  const [first, second] = [new Float64Array(rows), new Float64Array(wide)];
  counts.forEach((count, cell) => {
    first[Math.floor(cell / wide)]! += count;
    second[cell % wide]! += count;
  });
  return [
    { column: a, counts: first, variance: variance * wide },
    { column: b, counts: second, variance: variance * rows },
  ];
}

/**
 * The noisy table of two columns, settled: pulled towards independence by as much as noise explains, without a negative
 * cell, and with the margins of the two one-way tables.
 */
export function settleEdge(
  counts: Float64Array,
  [rows, columns]: readonly [Float64Array, Float64Array],
  total: number,
  variance: number,
): Float64Array<ArrayBuffer> {
  const settled = ontoSimplex(shrink(counts, product(rows, columns, total), variance), total);
  fitMargins(settled, rows, columns, 8);
  return settled;
}

/** ρ of a part dealt out among its tables by their cells: a table with more cells gets more, by cells^power. */
export function dealRho(rho: number, cells: readonly number[], power: number): number[] {
  const weights = cells.map((count) => count ** power);
  const all = weights.reduce((before, weight) => before + weight, 0);
  return weights.map((weight) => (rho * weight) / all);
}
