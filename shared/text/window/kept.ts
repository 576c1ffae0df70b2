import type { KeptColumn, KeptFigures, KeptPair, KeptStep } from '#shared/domain/kept-figures.ts';
import { keptText } from '../kept.ts';
import { count, counted, percent } from '../numbers.ts';

/** Sentences of what a recipe keeps, on the Risk screen and beside a step of the recipe. */
export const keptWindowText = {
  ...keptText,
  title: 'What stays of the distributions',
  intro: (least: number) =>
    'Each column that stays, as imported and as the recipe would write it, on one axis. Every step is of at least ' +
    `${count(least)} people; a text that leaves several steps open counts in part for each.`,
  before: 'As imported',
  after: 'With the recipe',
  nothing: 'Measured once there is a recipe that can run.',
  noRows: 'The recipe would write no row, so there is nothing to compare.',
  noColumns: 'No column stays that can be read.',
  find: 'Find a column',
  none: 'No column that stays has such a name.',
  all: (many: number) => `Show all ${count(many)}`,
  worstFirst: 'Those that changed most stand first.',
  chart: ({ column, same }: KeptColumn, steps: number) =>
    `${column} in ${counted(steps, 'step')}, as imported and with the recipe: ${keptText.same(same)}.`,
  stepTitle: (axis: KeptColumn['axis'], step: KeptStep, before: number, after: number) =>
    `${keptText.step(axis, step)}: ${percent(before)} as imported, ${percent(after)} with the recipe`,
  asTable: 'As a table',
  heads: { step: 'Step', bar: 'Shares', before: 'As imported', after: 'With the recipe' },
  goneOf: (many: number) => `Nothing that can be read is left of ${counted(many, 'column')}`,
  sampledOf: ({ sampled, rows }: KeptFigures) =>
    sampled === null ? '' : keptText.sampled(sampled.before, rows.before),
  short: (name: string) => (name.length > 20 ? `${name.slice(0, 19)}…` : name),
  pairTitle: (columns: readonly string[], pair: KeptPair) =>
    `${keptText.pair(columns, pair)}: ${keptText.strength(pair.before)} as imported, ` +
    `${keptText.strength(pair.after)} with the recipe (${keptText.by[pair.by]})`,
  associations: {
    title: 'What stays of the correlations',
    matrix: (columns: number, kept: number | null) =>
      `How strongly ${counted(columns, 'column')} go together, two by two, as imported and with the recipe` +
      (kept === null ? '.' : `; ${percent(kept)} of it is kept.`),
    caption:
      'Above the diagonal as imported, below it with the recipe. The fuller a cell, the more the two go together.',
    few: 'Two columns at least have to stay for anything to be compared.',
    shown: (shown: number, all: number) => `Drawn are the ${count(shown)} of ${count(all)} columns that changed most.`,
    worst: 'Pairs that changed most',
    every: (pairs: number) => `All ${counted(pairs, 'pair')} as a table`,
    heads: { pair: 'Columns', by: 'Measure', before: 'As imported', after: 'With the recipe' },
  },
  inspector: {
    title: 'Before and after',
    measure: 'Measure',
    again: 'Measure again',
    more: (many: number) => `${counted(many, 'more column', 'more columns')} on Risk`,
    why: 'Runs the whole recipe over the whole dataset, steps over all rows among it. Nothing is written.',
    stale: 'Measured before the last change.',
    gone: 'Nothing that can be read is left of these columns.',
  },
};
