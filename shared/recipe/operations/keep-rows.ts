import { z } from 'zod';
import { call, column, text } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { checkColumns } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['keep-rows'];

const wanted = z.string().trim().min(1).max(500);

/**
 * Chooses a segment: only the rows in which a column of the source has a value, or one of several, leave; the others are
 * counted as left out. Case and blanks around a value make no difference. Several steps have to hold together.
 */
export const keepRows = defineOperation({
  id: 'keep-rows',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: z.array(z.string()).length(1),
    value: wanted,
    /** Further values that do as well. */
    or: z.array(wanted).max(99).default([]),
  }),
  effect: ({ columns }) => ({ reads: columns, drops: [], changes: [] }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, value, or }, from, { step }) => {
    const plain = (of: Parameters<typeof call>[1]) => call('lower', call('trim', call('nfc', of)));
    const says = (one: string) => call('equals', plain(column(columns[0]!)), plain(text(one)));
    const keep = or.reduce((before, one) => call('or', before, says(one)), says(value));
    return { kind: 'keep-rows', from, step, columns, value, ...(or.length === 0 ? {} : { or }), keep };
  },
  describe: ({ columns, value, or }) => words.describe(columns, [value, ...or]),
  form: [
    { setting: 'columns', control: 'columns', ...words.columns },
    { setting: 'value', control: 'text', ...words.value },
    { setting: 'or', control: 'values', ...words.or },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'none',
  repeatable: true,
  examples: [
    {
      name: 'one segment, however it is written',
      settings: { columns: ['segment'], value: 'gold', or: [] },
      columns: ['segment', 'n'],
      before: [
        ['gold', '1'],
        [' Gold ', '2'],
        ['silver', '3'],
        ['', '4'],
        [null, '5'],
      ],
      after: {
        columns: ['segment', 'n'],
        rows: [
          ['gold', '1'],
          [' Gold ', '2'],
        ],
      },
    },
    {
      name: 'one of several',
      settings: { columns: ['segment'], value: 'gold', or: ['silver'] },
      columns: ['segment'],
      before: [['gold'], ['Silver'], ['bronze'], [null]],
      after: { columns: ['segment'], rows: [['gold'], ['Silver']] },
    },
    {
      name: 'nobody',
      settings: { columns: ['segment'], value: 'platinum', or: [] },
      columns: ['segment'],
      before: [['gold']],
      after: { columns: ['segment'], rows: [] },
    },
  ],
  problems: [
    {
      name: 'a column that is not there',
      settings: { columns: ['nope'], value: 'gold' },
      columns: ['segment'],
      code: 'column-missing',
    },
    {
      name: 'two columns',
      settings: { columns: ['segment', 'n'], value: 'gold' },
      columns: ['segment', 'n'],
      code: 'settings',
    },
    { name: 'no value', settings: { columns: ['segment'], value: ' ' }, columns: ['segment'], code: 'settings' },
  ],
});
