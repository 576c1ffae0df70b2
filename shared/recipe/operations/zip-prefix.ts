import { z } from 'zod';
import { blankToNull, bound, call, choose, column, number, text } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['zip-prefix'];

/**
 * Keeps the first characters of a postal code and marks the cut by `*`; spaces inside are removed, letters upper or
 * lower stay as written.
 */
export const zipPrefix = defineOperation({
  id: 'zip-prefix',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ columns: columnNames, length: z.number().int().min(1).max(10).default(3) }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'generalised', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, length }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const code = call('regex-replace', blankToNull(column(name)), text('[\\s.,*-]'), text(''));
      return {
        read: blankToNull(code),
        value: choose([
          {
            when: call('not', call('is-null', bound)),
            then: call('concat', call('left', bound, number(length)), text('*')),
          },
        ]),
      };
    }),
  describe: ({ columns, length }) => words.describe(columns, length),
  form: [columnsField, { setting: 'length', control: 'number', ...words.length, minimum: 1, maximum: 10 }],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: true,
  examples: [
    {
      name: 'a US ZIP code',
      settings: { columns: ['zip'], length: 3 },
      columns: ['zip', 'n'],
      before: [
        ['02139-4307', '1'],
        ['02139', '2'],
        [null, '3'],
      ],
      after: {
        columns: ['zip', 'n'],
        rows: [
          ['021*', '1'],
          ['021*', '2'],
          [null, '3'],
        ],
      },
    },
    {
      name: 'a British postcode',
      settings: { columns: ['zip'], length: 2 },
      columns: ['zip'],
      before: [['SW1A 1AA'], ['  '], ['7']],
      after: { columns: ['zip'], rows: [['SW*'], [null], ['7*']] },
    },
  ],
  problems: [
    { name: 'nothing kept', settings: { columns: ['zip'], length: 0 }, columns: ['zip'], code: 'settings' },
    { name: 'a column named twice', settings: { columns: ['zip', 'zip'] }, columns: ['zip'], code: 'column-twice' },
  ],
});
