import { pace } from '#engine/jobs/pace.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { choose } from '../noise/exponential-mechanism.ts';
import type { RandomBits } from '../noise/random-bits.ts';
import type { Rational } from '../noise/rational.ts';
import type { OneWay } from './noisy-model.ts';
import { product, tallyPair } from './tallies.ts';

/** Two columns that a tree joins, by their places. */
export type Edge = [number, number];

/** Share of what noise would move in a table that is set against what the table teaches. */
const PRICE = 0.2;

/**
 * How much a pair of columns would teach: rows by which its table differs, cell by cell, from the one that the noisy
 * one-way tables let expect (their product, rounded, so that the score is a whole number), less a part of the rows that
 * noise would move in a table of so many cells (as in AIM: McKenna et al. 2022), which does not depend on the data. One
 * row more or less changes one cell by one, so the score by one: its sensitivity is the number of rows of one person.
 * @param deviation of the noise that each cell would have
 */
export async function scorePairs(
  { columns }: CodedTable,
  { tables, total }: OneWay,
  deviation: number,
  signal: AbortSignal | undefined,
): Promise<Map<number, number>> {
  const turn = pace(signal);
  const scores = new Map<number, number>();
  for (let a = 0; a < columns.length; a += 1)
    for (let b = a + 1; b < columns.length; b += 1) {
      const found = tallyPair(columns[a]!, columns[b]!);
      const expected = product(tables[a]!, tables[b]!, total);
      let apart = 0;
      for (let cell = 0; cell < found.length; cell += 1) apart += Math.abs(found[cell]! - Math.round(expected[cell]!));
      const moved = PRICE * Math.sqrt(2 / Math.PI) * deviation * found.length;
      scores.set(a * columns.length + b, apart - Math.round(moved));
      await turn();
    }
  return scores;
}

/**
 * A tree over all columns, an edge at a time among the pairs that two of its parts still lie apart in (Kruskal 1956),
 * each chosen by the exponential mechanism (the MST scheme of McKenna, Miklau, Sheldon 2021).
 * @param scores by a · columns + b, a < b
 * @param epsilon of each of the columns − 1 choices
 */
export function chooseTree(
  bits: RandomBits,
  columns: number,
  scores: ReadonlyMap<number, number>,
  sensitivity: number,
  epsilon: Rational,
): Edge[] {
  const part = Array.from({ length: columns }, (_, column) => column);
  const edges: Edge[] = [];
  while (edges.length < columns - 1) {
    const open = [...scores].filter(([key]) => part[Math.floor(key / columns)] !== part[key % columns]);
    const at = choose(
      bits,
      open.map(([, score]) => score),
      sensitivity,
      epsilon,
    );
    const key = open[at]![0];
    const [a, b] = [Math.floor(key / columns), key % columns];
    edges.push([a, b]);
    const [kept, gone] = [part[a]!, part[b]!];
    for (let column = 0; column < columns; column += 1) if (part[column] === gone) part[column] = kept;
  }
  return edges;
}
