import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import { checkColumns, columnNames } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['suppress-small-classes'];

/**
 * Leaves out the rows whose combination of values occurs in fewer than k rows; k and the limit stand in the recipe's
 * target.
 */
export const suppressSmallClasses = defineOperation({
  id: 'suppress-small-classes',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ columns: columnNames }),
  effect: ({ columns }) => ({ reads: columns, drops: [], changes: [] }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns }, from, { step, k }) => ({ kind: 'keep-large-classes', from, step, columns, k }),
  describe: ({ columns }) => words.describe(columns),
  form: [{ setting: 'columns', control: 'columns', ...words.columns }],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: true,
  examples: [
    {
      name: 'a class of one goes',
      settings: { columns: ['age'] },
      columns: ['age', 'n'],
      before: [
        ['30', '1'],
        ['30', '2'],
        ['40', '3'],
      ],
      after: {
        columns: ['age', 'n'],
        rows: [
          ['30', '1'],
          ['30', '2'],
        ],
      },
    },
    {
      name: 'an empty value is a value',
      settings: { columns: ['age'] },
      columns: ['age'],
      before: [[null], [null], ['40']],
      after: { columns: ['age'], rows: [[null], [null]] },
    },
  ],
  problems: [
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['age'], code: 'column-missing' },
  ],
});
