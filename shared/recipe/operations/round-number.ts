import { z } from 'zod';
import { bound, column, unread } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { decimalMark, decimalMarkField, decimalsOf, numberIn, roundTo, written } from '../numbers.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['round-number'];

/** Numbers become the nearest multiple of a step, halves away from zero, written with a decimal point. */
export const roundNumber = defineOperation({
  id: 'round-number',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    step: z.number().min(1e-9).max(1e15).default(10),
    decimalMark: decimalMark.default('.'),
  }),
  effect: ({ columns, step }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({
      column: name,
      treatment: 'generalised',
      valueType: decimalsOf(step) === 0 ? 'integer' : 'decimal',
    })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, step, decimalMark: mark }, from, context) =>
    changeEach(columns, from, context, (name) => {
      return {
        read: numberIn(name, mark),
        value: written(roundTo(bound, step), step),
        fails: unread(column(name), bound),
      };
    }),
  describe: ({ columns, step }) => words.describe(columns, step),
  form: [columnsField, { setting: 'step', control: 'number', ...words.step, minimum: 1e-9 }, decimalMarkField],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: true,
  examples: [
    {
      name: 'tens',
      settings: { columns: ['n'], step: 10, decimalMark: '.' },
      columns: ['n'],
      before: [['14.9'], ['15'], ['-15'], ['-2'], ['1,234'], ['x'], [null]],
      after: { columns: ['n'], rows: [['10'], ['20'], ['-20'], ['0'], ['1230'], [null], [null]] },
    },
    {
      name: 'money',
      settings: { columns: ['n'], step: 5, decimalMark: ',' },
      columns: ['n'],
      before: [['1.234,56 €'], ['-$7'], ['12 %'], ['€']],
      after: { columns: ['n'], rows: [['1235'], ['-5'], ['10'], [null]] },
    },
    {
      name: 'quarters',
      settings: { columns: ['n'], step: 0.25, decimalMark: '.' },
      columns: ['n'],
      before: [['0.3'], ['-0.1']],
      after: { columns: ['n'], rows: [['0.25'], ['0.00']] },
    },
  ],
  problems: [{ name: 'no step', settings: { columns: ['n'], step: 0 }, columns: ['n'], code: 'settings' }],
});
