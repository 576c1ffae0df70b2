import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import { checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['drop-columns'];

/** Leaves columns out of the output. */
export const dropColumns = defineOperation({
  id: 'drop-columns',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ columns: columnNames }),
  effect: ({ columns }) => ({ reads: [], drops: columns, changes: [] }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns }, from, { step }) => ({ kind: 'drop', from, step, columns }),
  describe: ({ columns }) => words.describe(columns),
  form: [columnsField],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'removes',
  repeatable: false,
  examples: [
    {
      name: 'one column',
      settings: { columns: ['name'] },
      columns: ['name', 'city'],
      before: [
        ['Ada', 'Ghent'],
        ['Bo', null],
      ],
      after: { columns: ['city'], rows: [['Ghent'], [null]] },
    },
    {
      name: 'a header that is hard to quote',
      settings: { columns: ['a "b" \'c\''] },
      columns: ['a "b" \'c\'', 'A "B" \'C\''],
      before: [['1', '2']],
      after: { columns: ['A "B" \'C\''], rows: [['2']] },
    },
  ],
  problems: [
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['name'], code: 'column-missing' },
    { name: 'no column', settings: { columns: [] }, columns: ['name'], code: 'settings' },
  ],
});
