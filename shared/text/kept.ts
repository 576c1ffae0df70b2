import type { AssociationMeasure, KeptColumn, KeptPair, KeptStep } from '../domain/kept-figures.ts';
import type { RiskFrontier } from '../domain/risk-frontier.ts';
import { shortName } from './names.ts';
import { count, counted, listed, measure, percent } from './numbers.ts';

/** Months since the year 0: 24312 → "2026", 24315 → "2026-04". */
const month = (months: number): string => {
  const [year, rest] = [Math.floor(months / 12), Math.round(months) % 12];
  return rest === 0 ? String(year) : `${year}-${String(rest + 1).padStart(2, '0')}`;
};
const edge = (axis: KeptColumn['axis'], value: number): string => (axis === 'month' ? month(value) : measure(value));

/** More than the limit by so much is looked at, where somebody asks what it would gain. */
const more = 0.02;

const share = (part: number, whole: number): string => percent(whole === 0 ? 0 : part / whole);

/** What a recipe keeps of the distributions and correlations of a file, for whoever says it. */
export const keptText = {
  /** Whole years are told from months by themselves: "2026" as an edge is its January. */
  step: (axis: KeptColumn['axis'], step: KeptStep): string => {
    switch (step.is) {
      case 'value':
        return step.value.length > 40 ? `${step.value.slice(0, 39)}…` : step.value;
      case 'other':
        return 'other';
      case 'none':
        return 'no value';
      case 'range':
        if (step.from === null) return step.to === null ? 'all' : `under ${edge(axis, step.to)}`;
        return step.to === null ? `${edge(axis, step.from)} on` : `${edge(axis, step.from)} to <${edge(axis, step.to)}`;
    }
  },
  edge,
  share,
  why: {
    special: 'of a special category: not shown',
    few: 'too few people in every step to be shown',
  } satisfies Record<NonNullable<KeptColumn['why']>, string>,
  same: (same: number | null) => (same === null ? 'not measured' : `${percent(same)} alike`),
  by: {
    pearson: 'Pearson’s r',
    ratio: 'correlation ratio',
    cramer: 'Cramér’s V',
  } satisfies Record<AssociationMeasure, string>,
  pair: (columns: readonly string[], { a, b }: KeptPair) => `${columns[a] ?? ''} and ${columns[b] ?? ''}`,
  strength: (value: number) => value.toFixed(2),
  kept: (kept: number | null, pairs: number) =>
    kept === null
      ? `Of ${counted(pairs, 'pair')} of columns that stay none goes together, at 0.1 or more, so nothing of it can be lost.`
      : `${percent(kept)} of how strongly columns go together is kept, over ${counted(pairs, 'pair')} of columns that stay.`,
  cut: (many: number) => `${counted(many, 'further column is', 'further columns are')} not compared with others.`,
  sampled: (before: number, all: number) =>
    `Looked at ${count(before)} of ${counted(all, 'row')}, chosen by a hash of their numbers.`,
  gone: (names: readonly string[]) =>
    `Nothing that can be read is left of ${counted(names.length, 'column')}${names.length === 0 ? '' : `: ${listed(names)}`}.`,
  apart: (rows: number, of: number) => `${share(rows, of)} of the written rows read as nothing on this axis.`,
  /** Why a column went so far: what one level finer costs. */
  finer: (
    { column, out, now, then }: RiskFrontier['finer'][number],
    { rows, limit, k }: RiskFrontier,
    outNow: number,
  ): string => {
    const reads = `${shortName(column)} reads in ${counted(now, 'way', 'ways')}`;
    const costs = `one level finer it would in ${count(then)}, and k ${count(k)} would leave out ${counted(out, 'row')}`;
    const most = Math.floor(limit * rows);
    const instead = out === outNow ? 'as now' : `not ${count(outNow)}`;
    return out <= most
      ? `${reads}; ${costs}, ${instead}: that is within the ${count(most)} that may be left out.`
      : `${reads}; ${costs}, ${instead}: ${count(out - most)} more than the ${count(most)} that may be.`;
  },
  /** What a larger limit would gain. */
  more: ({ rows, limit, k, points, finer }: RiskFrontier): string => {
    const most = (limit + more) * rows;
    const highestAt = (rowsOut: number): number =>
      Math.max(k, ...points.filter(({ out }) => out <= rowsOut).map((point) => point.k));
    const [now, highest] = [highestAt(limit * rows), highestAt(most)];
    const columns = finer.filter(({ out }) => out <= most && out > limit * rows).map(({ column }) => shortName(column));
    const gains = [
      ...(highest > now ? [`k ${count(highest)} instead of ${count(now)} at most`] : []),
      ...(columns.length > 0 ? [`one of ${listed(columns)} one level finer`] : []),
    ];
    const said = `Were ${percent(limit + more)} of the rows allowed to be left out instead of ${percent(limit)}`;
    return gains.length === 0 ? `${said}, nothing would be gained.` : `${said}: ${gains.join(', or ')}.`;
  },
};
