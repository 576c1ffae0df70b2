import { z } from 'zod';
import { call, text } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';
import { identifierIn, normalisations } from '../written-alike.ts';

const words = operationsText['keyed-hash'];

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 180-4), lower-case hex, of the value's UTF-8 bytes. NULL and empty stay empty, so that
 * two people without a value are not joined. The key belongs to a workspace and a purpose: outputs of one purpose join,
 * those of two do not.
 */
export const keyedHash = defineOperation({
  id: 'keyed-hash',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    normalise: z.enum(normalisations).default('none'),
    key: z.string().max(100).default(''),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'hashed-keyed', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, normalise, key }, from, context) =>
    changeEach(columns, from, context, (name) => ({
      value: call('keyed-hash', text(key || context.keyName), identifierIn(name, normalise)),
    })),
  describe: ({ columns, normalise }) => words.describe[normalise](columns),
  form: [
    columnsField,
    choiceField('normalise', normalisations, words.normalise),
    { setting: 'key', control: 'text', ...words.key },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'reversible-with-key',
  repeatable: false,
  examples: [
    {
      name: 'an identifier',
      settings: { columns: ['id'], normalise: 'none', key: '' },
      columns: ['id'],
      before: [['Hi There'], [null], [' ']],
      after: {
        columns: ['id'],
        rows: [['b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'], [null], [null]],
      },
    },
    {
      name: 'written in two ways',
      settings: { columns: ['id'], normalise: 'trim-lowercase', key: '' },
      columns: ['id'],
      before: [[' ADA '], ['ada']],
      after: {
        columns: ['id'],
        rows: [
          ['c49d29f5d081182ee33c0acbb9c0adf49b9a1ae43c972c9ffc035653e8b52663'],
          ['c49d29f5d081182ee33c0acbb9c0adf49b9a1ae43c972c9ffc035653e8b52663'],
        ],
      },
    },
  ],
  problems: [
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['id'], code: 'column-missing' },
  ],
});
