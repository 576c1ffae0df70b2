import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import { checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { checkValueLists, valueLists } from '../value-lists.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['count-rows'];

/**
 * A table of counts in place of rows: each combination of the columns once, with how many people have it. Without noise
 * a combination of fewer than k people is in no row, nor can it be told from the others (docs/definitions.md, "Tables of
 * counts"); with ε above 0 every count has noise, and what may appear stands in `values`.
 */
export const countRows = defineOperation({
  id: 'count-rows',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    epsilon: z.number().min(0).max(20).default(0),
    delta: z.number().min(0).max(0.001).default(0),
    values: valueLists.default([]),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((column) => ({ column, treatment: 'generalised', valueType: 'text' })),
  }),
  check: (settings, known) => [
    ...checkColumns(settings.columns, known),
    ...(settings.epsilon === 0 ? [] : checkValueLists(settings)),
  ],
  plan: ({ columns, epsilon, delta, values }, from, { step }) => ({
    kind: 'whole-table',
    from,
    step,
    columns,
    way: { id: 'count-rows', epsilon, delta, values },
  }),
  describe: ({ columns, epsilon, delta }) =>
    epsilon === 0 ? words.describe.exact(columns) : words.describe.noisy(columns, epsilon, delta),
  form: [
    columnsField,
    { setting: 'epsilon', control: 'number', minimum: 0, maximum: 20, ...words.epsilon },
    { setting: 'delta', control: 'number', minimum: 0, maximum: 0.001, ...words.delta },
    { setting: 'values', control: 'mapping', ...operationsText.synthesise.values },
  ],
  rename: (settings, rename) => ({
    ...settings,
    columns: settings.columns.map(rename),
    values: settings.values.map(([column, value]): [string, string] => [rename(column), value]),
  }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'how many people have each combination',
      settings: { columns: ['age', 'city'], epsilon: 0, delta: 0, values: [] },
      columns: ['age', 'city', 'n'],
      before: [
        ['30', 'Köln', '1'],
        ['50', 'Bonn', '2'],
        ['30', 'Köln', '3'],
        ['50', 'Bonn', '4'],
      ],
      after: {
        columns: ['age', 'city', 'people'],
        rows: [
          ['30', 'Köln', '2'],
          ['50', 'Bonn', '2'],
        ],
      },
    },
    {
      name: 'with noise, over lists of values',
      settings: {
        columns: ['plan'],
        epsilon: 1,
        delta: 0,
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
      name: 'a column that is not there',
      settings: { columns: ['nope'], epsilon: 0, delta: 0, values: [] },
      columns: ['age'],
      code: 'column-missing',
    },
    {
      name: 'noise without lists',
      settings: { columns: ['age'], epsilon: 1, delta: 0, values: [] },
      columns: ['age'],
      code: 'too-few-values',
    },
  ],
});
