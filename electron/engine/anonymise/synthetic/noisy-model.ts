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

/** Adds noise to each cell of a table of counts. @param counts whole numbers; changed in place */
function addNoise(bits: RandomBits, counts: Float64Array, variance: Rational): void {
  for (let cell = 0; cell < counts.length; cell += 1) counts[cell]! += Number(discreteGaussian(bits, variance));
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

/** Noisy one-way tables of all columns. @param variance of the noise in each cell */
export function measureOneWay(bits: RandomBits, { columns }: CodedTable, variance: Rational): OneWay {
  const noisy = columns.map((column) => {
    const counts = tally(column);
    addNoise(bits, counts, variance);
    return counts;
  });
  // Each column's sum estimates the rows; its variance is that of a cell times the cells.
  let [sum, weights] = [0, 0];
  for (const counts of noisy) {
    sum += counts.reduce((before, cell) => before + cell, 0) / counts.length;
    weights += 1 / counts.length;
  }
  const total = Math.max(0, sum / weights);
  const tables = noisy.map((counts) => {
    const flat = new Float64Array(counts.length).fill(total / counts.length);
    const near = shrink(counts, smoothed(counts), asNumber(variance));
    return ontoSimplex(shrink(near, flat, 0), total);
  });
  return { tables, total };
}

/**
 * The noisy table of two columns, settled: pulled towards independence by as much as noise explains, without a negative
 * cell, and with the margins of the two one-way tables.
 */
export function measureEdge(
  bits: RandomBits,
  [first, second]: readonly [CodedColumn, CodedColumn],
  [rows, columns]: readonly [Float64Array, Float64Array],
  total: number,
  variance: Rational,
): Float64Array<ArrayBuffer> {
  const counts = tallyPair(first, second);
  addNoise(bits, counts, variance);
  const settled = ontoSimplex(shrink(counts, product(rows, columns, total), asNumber(variance)), total);
  fitMargins(settled, rows, columns, 8);
  return settled;
}
