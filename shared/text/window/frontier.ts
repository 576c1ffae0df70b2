import { count, counted, percent } from '../numbers.ts';
import { shortName } from '../names.ts';

/** Sentences of what a larger or smaller k costs, on the Risk screen. */
export const frontierText = {
  title: 'What more protection costs',
  why: 'Rows that would be left out for each k, over the same columns. The line is the most that the recipe allows.',
  slider: 'Smallest group, k',
  at: (k: number, out: number, rows: number, limit: number) =>
    `k ${count(k)}: ${count(out)} of ${counted(rows, 'row')} out (${percent(rows === 0 ? 0 : out / rows)})` +
    (out > limit * rows ? `, above the ${percent(limit)} that the recipe allows` : ''),
  chart: (points: number, most: number) =>
    `Share of rows left out for ${points} values of k, ${percent(most)} at most.`,
  set: (k: number) => `Set k to ${count(k)}`,
  name: (k: number) => `k ${count(k)}`,
  finer: 'Why columns went so far',
  without: 'Without a column',
  withoutWhy: (k: number) => `What k ${count(k)} would leave out if one column were dropped.`,
  withoutOne: (column: string, out: number, now: number) =>
    `Without ${shortName(column)} ${counted(out, 'row')} out, not ${count(now)}`,
};
