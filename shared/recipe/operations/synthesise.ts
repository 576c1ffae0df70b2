import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import { checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { checkValueLists, valueLists } from '../value-lists.ts';
import { defineOperation, type SettingProblem } from '../operation.ts';

const words = operationsText.synthesise;

/** Names that no header has: columns that the engine counts by, and does not write. */
const isOwn = (column: string): boolean => column.startsWith('\u0001');

/** The rows are drawn anew: a column that is not drawn has nothing to stand beside them. */
function checkAll(columns: readonly string[], known: readonly string[]): SettingProblem[] {
  const drawn = new Set(columns);
  const left = known.find((column) => !drawn.has(column) && !isOwn(column));
  return left === undefined
    ? []
    : [{ setting: 'columns', code: 'column-not-drawn', sentence: words.columnNotDrawn(left) }];
}

/**
 * A synthetic twin: rows drawn from noisy tables of the columns and of pairs of them (docs/definitions.md, "Synthetic
 * twins"). What may appear stands in `values`, never taken from the file at the run.
 */
export const synthesise = defineOperation({
  id: 'synthesise',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    epsilon: z.number().min(0.01).max(20).default(1),
    delta: z.number().gt(0).max(0.001).default(0.000001),
    values: valueLists,
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((column) => ({ column, treatment: 'generalised', valueType: 'text' })),
  }),
  check: (settings, known) => [
    ...checkColumns(settings.columns, known),
    ...checkAll(settings.columns, known),
    ...checkValueLists(settings),
  ],
  plan: ({ columns, epsilon, delta, values }, from, { step }) => ({
    kind: 'whole-table',
    from,
    step,
    columns,
    way: { id: 'synthesise', epsilon, delta, values },
  }),
  describe: ({ columns, epsilon, delta }) => words.describe(columns, epsilon, delta),
  form: [
    columnsField,
    { setting: 'epsilon', control: 'number', minimum: 0.01, maximum: 20, ...words.epsilon },
    { setting: 'delta', control: 'number', minimum: 0, maximum: 0.001, ...words.delta },
    { setting: 'values', control: 'mapping', ...words.values },
  ],
  rename: (settings, rename) => ({
    ...settings,
    columns: settings.columns.map(rename),
    values: settings.values.map(([column, value]): [string, string] => [rename(column), value]),
  }),
  upgrade: {},
  risk: 'removes',
  repeatable: false,
  examples: [
    {
      name: 'two columns and their values',
      settings: {
        columns: ['age', 'city'],
        epsilon: 1,
        delta: 0.000001,
        values: [
          ['age', 'under 40'],
          ['age', '40 and over'],
          ['city', 'Köln'],
          ['city', 'Bonn'],
          ['city', ''],
        ],
      },
      columns: ['age', 'city'],
      before: [
        ['under 40', 'Köln'],
        ['40 and over', null],
      ],
    },
    {
      name: 'a stricter budget',
      settings: {
        columns: ['plan'],
        epsilon: 0.1,
        delta: 0.00000001,
        values: [
          ['plan', 'basic'],
          ['plan', 'gold'],
        ],
      },
      columns: ['plan'],
      before: [['basic'], ['gold']],
    },
  ],
  problems: [
    {
      name: 'a budget of nothing',
      settings: { columns: ['a'], epsilon: 0, values: [] },
      columns: ['a'],
      code: 'settings',
    },
    {
      name: 'a column without a list',
      settings: { columns: ['a'], epsilon: 1, delta: 0.000001, values: [] },
      columns: ['a'],
      code: 'too-few-values',
    },
    {
      name: 'a list of no column',
      settings: { columns: ['a'], epsilon: 1, delta: 0.000001, values: [['b', '1']] },
      columns: ['a'],
      code: 'value-of-no-column',
    },
    {
      name: 'a column that would stand beside drawn rows',
      settings: { columns: ['a'], epsilon: 1, delta: 0.000001, values: [] },
      columns: ['a', 'b'],
      code: 'column-not-drawn',
    },
  ],
});
