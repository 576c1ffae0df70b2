import { z } from 'zod';
import { call, text } from '#shared/plan/expression.ts';
import { tokenKey } from '#shared/plan/tokens.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';
import { identifierIn, normalisations } from '../written-alike.ts';

const words = operationsText.tokenise;

/**
 * Each value becomes a token: the first 24 hexadecimal digits of its HMAC-SHA-256 under the domain's key, the same in
 * every file and table of a workspace. What a token stands for is kept sealed in the workspace, for whoever may look it
 * up; to everybody else it says nothing. Still personal data.
 */
export const tokenise = defineOperation({
  id: 'tokenise',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    domain: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
      .default('people'),
    normalise: z.enum(normalisations).default('none'),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'hashed-keyed', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, domain, normalise }, from, context) =>
    changeEach(columns, from, context, (name) => ({
      value: call('token', text(tokenKey(domain)), identifierIn(name, normalise)),
    })),
  describe: ({ columns, domain }) => words.describe(columns, domain),
  form: [
    columnsField,
    { setting: 'domain', control: 'text', ...words.domain },
    choiceField('normalise', normalisations, operationsText['keyed-hash'].normalise),
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'reversible-with-key',
  repeatable: false,
  examples: [
    {
      name: 'an identifier',
      settings: { columns: ['id'], domain: 'people', normalise: 'none' },
      columns: ['id'],
      before: [['Hi There'], [null], [' ']],
      after: { columns: ['id'], rows: [['b0344c61d8db38535ca8afce'], [null], [null]] },
    },
    {
      name: 'written in two ways',
      settings: { columns: ['id'], domain: 'people', normalise: 'trim-lowercase' },
      columns: ['id'],
      before: [[' ADA '], ['ada']],
      after: { columns: ['id'], rows: [['c49d29f5d081182ee33c0acb'], ['c49d29f5d081182ee33c0acb']] },
    },
  ],
  problems: [
    {
      name: 'a domain that is no name',
      settings: { columns: ['id'], domain: '../x' },
      columns: ['id'],
      code: 'settings',
    },
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['id'], code: 'column-missing' },
  ],
});
