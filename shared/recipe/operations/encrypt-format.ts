import { z } from 'zod';
import { blankToNull, bound, call, column, text, unread } from '#shared/plan/expression.ts';
import { formatKeyName } from '#shared/plan/format-alphabets.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['encrypt-format'];

const alphabets = ['digits', 'lower', 'upper', 'mixed'] as const;

/**
 * Format-preserving encryption (FF1, NIST SP 800-38G; docs/definitions.md, "Format-preserving encryption"): a number stays a
 * number of as many digits, separators stay where they are. Whoever holds the key can undo it. What does not fit the
 * alphabet, or has fewer than a million values of its length, becomes empty and is counted. Still personal data.
 */
export const encryptFormat = defineOperation({
  id: 'encrypt-format',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    alphabet: z.enum(alphabets).default('digits'),
    key: z.string().max(100).default(''),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'hashed-keyed', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, alphabet, key }, from, context) =>
    changeEach(columns, from, context, (name) => ({
      read: call(
        'encrypt-format',
        text(formatKeyName(key || context.keyName)),
        call('trim', blankToNull(column(name))),
        text(alphabet),
      ),
      value: bound,
      fails: unread(column(name), bound),
    })),
  describe: ({ columns, alphabet }) => words.describe[alphabet](columns),
  form: [
    columnsField,
    choiceField('alphabet', alphabets, words.alphabet),
    { setting: 'key', control: 'text', ...operationsText['keyed-hash'].key },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'reversible-with-key',
  repeatable: false,
  examples: [
    {
      name: 'phone numbers keep their form',
      settings: { columns: ['phone'], alphabet: 'digits', key: '' },
      columns: ['phone'],
      before: [['+49 151 23456789'], ['+49 151 23456780'], ['12345'], ['=1+234567'], ['12 34x567'], [null]],
      after: {
        columns: ['phone'],
        rows: [['+99 940 59734542'], ['+06 642 14145644'], [null], [null], [null], [null]],
      },
    },
    {
      name: 'contract numbers of letters and digits',
      settings: { columns: ['contract'], alphabet: 'upper', key: 'contracts' },
      columns: ['contract'],
      before: [['AB-1234'], ['ab-1234'], ['AB1']],
      after: { columns: ['contract'], rows: [['65-W7HW'], [null], [null]] },
    },
  ],
  problems: [
    { name: 'an unknown alphabet', settings: { columns: ['a'], alphabet: 'any' }, columns: ['a'], code: 'settings' },
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['a'], code: 'column-missing' },
  ],
});
