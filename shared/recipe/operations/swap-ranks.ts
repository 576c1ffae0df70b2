import { z } from 'zod';
import { bound, call, choose, column, nothing, unread } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { decimalMark, decimalMarkField, numberIn } from '../numbers.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['swap-ranks'];

const orders = ['number', 'text'] as const;

/**
 * Exchanges values between rows of a like rank (rank swapping: docs/definitions.md, "Moved values"), each column by
 * itself or all together by the rank of the first. What has no value keeps none.
 */
export const swapRanks = defineOperation({
  id: 'swap-ranks',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    within: z.number().min(0.01).max(100).default(5),
    order: z.enum(orders).default('number'),
    decimalMark: decimalMark.default('.'),
    together: z.boolean().default(false),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'perturbed', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, within, order, decimalMark: mark, together }, before, context) => {
    // Where all move together the first alone is looked at.
    const ranked = order === 'text' ? [] : together ? columns.slice(0, 1) : columns;
    const read = changeEach(ranked, before, context, (name) => ({
      read: numberIn(name, mark),
      value: choose([{ when: call('is-null', bound), then: nothing }], column(name)),
      fails: unread(column(name), bound),
    }));
    const way = { id: 'swap-ranks' as const, within, order, decimalMark: mark, together };
    return { kind: 'whole-table', from: ranked.length === 0 ? before : read, step: context.step, columns, way };
  },
  describe: ({ columns, within, together }) => words.describe(columns, within, together),
  form: [
    columnsField,
    { setting: 'within', control: 'number', minimum: 0.01, maximum: 100, ...words.within },
    choiceField('order', orders, words.order),
    decimalMarkField,
    { setting: 'together', control: 'switch', ...words.together },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'two rows can only exchange with each other',
      settings: { columns: ['income'], within: 50, order: 'number', decimalMark: '.', together: false },
      columns: ['name', 'income'],
      before: [
        ['a', '900'],
        ['b', '1,200'],
        ['c', null],
        ['d', 'unknown'],
      ],
      after: {
        columns: ['name', 'income'],
        rows: [
          ['a', '1,200'],
          ['b', '900'],
          ['c', null],
          ['d', null],
        ],
      },
    },
    {
      name: 'a place moves as a whole',
      settings: { columns: ['zip', 'city'], within: 100, order: 'text', decimalMark: '.', together: true },
      columns: ['zip', 'city', 'n'],
      before: [
        ['50667', 'Köln', '1'],
        ['53111', 'Bonn', '2'],
      ],
      after: {
        columns: ['zip', 'city', 'n'],
        rows: [
          ['53111', 'Bonn', '1'],
          ['50667', 'Köln', '2'],
        ],
      },
    },
  ],
  problems: [
    { name: 'within nothing', settings: { columns: ['n'], within: 0 }, columns: ['n'], code: 'settings' },
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['n'], code: 'column-missing' },
  ],
});
