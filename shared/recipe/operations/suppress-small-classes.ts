import { z } from 'zod';
import { checkColumns, columnNames, listNames } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

/** Leaves out the rows whose combination of values occurs in fewer than k rows; k and the limit stand in the recipe's target. */
export const suppressSmallClasses = defineOperation({
  id: 'suppress-small-classes',
  version: 1,
  label: 'Suppress small classes',
  summary: 'Leaves out rows whose combination of values is rarer than the target k.',
  settings: z.strictObject({ columns: columnNames }),
  effect: ({ columns }) => ({ reads: columns, drops: [], changes: [] }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns }, from, { step, k }) => ({ kind: 'keep-large-classes', from, step, columns, k }),
  describe: ({ columns }) => `Leave out rows whose combination of ${listNames(columns)} is shared by fewer than k rows.`,
  form: [{ setting: 'columns', label: 'Quasi-identifiers', control: 'columns', help: 'Columns that somebody could know about a person from elsewhere.' }],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: true,
  examples: [
    { name: 'a class of one goes', settings: { columns: ['age'] }, columns: ['age', 'n'], before: [['30', '1'], ['30', '2'], ['40', '3']], after: { columns: ['age', 'n'], rows: [['30', '1'], ['30', '2']] } },
    { name: 'an empty value is a value', settings: { columns: ['age'] }, columns: ['age'], before: [[null], [null], ['40']], after: { columns: ['age'], rows: [[null], [null]] } },
  ],
  problems: [{ name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['age'], code: 'column-missing' }],
});
