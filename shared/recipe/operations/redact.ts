import { z } from 'zod';
import { text } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText.redact;

/** Replaces every value, the empty ones too, by one fixed text: not even whether there was a value can be seen. */
export const redact = defineOperation({
  id: 'redact',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ columns: columnNames, replacement: z.string().max(200).default('[redacted]') }),
  effect: ({ columns }) => ({
    reads: [],
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'redacted', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, replacement }, from, context) =>
    changeEach(columns, from, context, () => ({ value: text(replacement) })),
  describe: ({ columns, replacement }) => words.describe(columns, replacement),
  form: [columnsField, { setting: 'replacement', control: 'text', ...words.replacement }],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'removes',
  repeatable: true,
  examples: [
    {
      name: 'every value',
      settings: { columns: ['name'], replacement: '[redacted]' },
      columns: ['name', 'n'],
      before: [
        ['Ada', '1'],
        [null, '2'],
      ],
      after: {
        columns: ['name', 'n'],
        rows: [
          ['[redacted]', '1'],
          ['[redacted]', '2'],
        ],
      },
    },
    {
      name: 'a replacement that is hard to quote',
      settings: { columns: ['name'], replacement: 'it\'s \0 "x"' },
      columns: ['name'],
      before: [['Ada']],
      after: { columns: ['name'], rows: [['it\'s \0 "x"']] },
    },
  ],
  problems: [
    {
      name: 'a column that is not there',
      settings: { columns: ['nope'], replacement: '' },
      columns: ['name'],
      code: 'column-missing',
    },
  ],
});
