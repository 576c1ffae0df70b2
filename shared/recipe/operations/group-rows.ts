import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import { checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['group-rows'];

/**
 * Local recoding: puts rows that are alike into groups of at least k people, and lets every row of a group read the same
 * in each column. No row and no column is lost. k stands in the recipe's target; docs/definitions.md, "Wide tables".
 */
export const groupRows = defineOperation({
  id: 'group-rows',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ columns: columnNames }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((column) => ({ column, treatment: 'generalised', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns }, from, { step }) => ({ kind: 'whole-table', from, step, columns, way: { id: 'group-rows' } }),
  describe: ({ columns }) => words.describe(columns),
  form: [columnsField],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: true,
  examples: [
    {
      name: 'those who are alike stand together',
      settings: { columns: ['age', 'city'] },
      columns: ['age', 'city', 'n'],
      before: [
        ['30', 'Köln', '1'],
        ['50', 'Bonn', '2'],
        ['30', 'Köln', '3'],
        ['50', 'Bonn', '4'],
      ],
      after: {
        columns: ['age', 'city', 'n'],
        rows: [
          ['30', 'Köln', '1'],
          ['50', 'Bonn', '2'],
          ['30', 'Köln', '3'],
          ['50', 'Bonn', '4'],
        ],
      },
    },
    {
      name: 'what differs in a group is left open',
      settings: { columns: ['age', 'city'] },
      columns: ['age', 'city'],
      before: [
        ['30', 'Köln'],
        ['40', 'Köln'],
      ],
      after: {
        columns: ['age', 'city'],
        rows: [
          ['30 | 40', 'Köln'],
          ['30 | 40', 'Köln'],
        ],
      },
    },
  ],
  problems: [
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['age'], code: 'column-missing' },
  ],
});
