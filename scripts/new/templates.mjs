import { camel, words } from './list-entry.mjs';

/** What the operation below says, as an entry of shared/text/operations.ts. */
export const operationText = (name) => `  '${name}': {
    label: '${words(name)}',
    summary: 'Removes white space at both ends of a value.',
    describe: (columns: string[]) => \`Remove white space around the values of \${quotedNames(columns)}.\`,
  },
`;

/**
 * A complete operation that trims values: it passes the registry test as it is, and every part of it is to be made
 * one's own.
 */
export const operationFile = (name) => `import { z } from 'zod';
import { blankToNull, call, column } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['${name}'];

/** Removes white space at both ends. */
export const ${camel(name)} = defineOperation({
  id: '${name}',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ columns: columnNames }),
  effect: ({ columns }) => ({ reads: columns, drops: [], changes: columns.map((name) => ({ column: name, treatment: \
'kept', valueType: 'text' })) }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns }, from, context) => changeEach(columns, from, context, (name) => ({ value: call('trim', \
blankToNull(column(name))) })),
  describe: ({ columns }) => words.describe(columns),
  form: [columnsField],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'none',
  repeatable: true,
  examples: [
    { name: 'a value', settings: { columns: ['a'] }, columns: ['a'], before: [[' x '], [null]], after: { columns: \
['a'], rows: [['x'], [null]] } },
    { name: 'nothing but space', settings: { columns: ['a'] }, columns: ['a', 'b'], before: [['  ', ' y ']], after: { \
columns: ['a', 'b'], rows: [[null, ' y ']] } },
  ],
  problems: [{ name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['a'], code: \
'column-missing' }],
});
`;

/** A type recognised by its header alone. The registry test asks for headers in three languages at least. */
export const semanticTypeFile = (name) => `import { kinds, semanticType } from '../semantic-type.ts';

export const ${camel(name)} = semanticType({
  id: '${name.replaceAll('-', '_')}',
  label: '${words(name)}',
  class: 'non_pii',
  category: 'other',
  flags: [],
  accepts: kinds.choice,
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['${name.replaceAll('-', '_')}', '${words(name)}'],
  source: 'State the standard or authority with its date',
});
`;

/** The scopes a language has words for; one file each. */
export const phraseScopes = ['attitudinal', 'behavioural', 'engagement', 'linkable', 'linked', 'online', 'technical'];

/** The list of a language's files. @param {string} code ISO 639-1 @param {string} name in English, such as `polish` */
export const languageFile = (
  code,
  name,
) => `import type { HeaderLanguage } from '#shared/header-language/header-language.ts';
${phraseScopes.map((scope) => `import ${scope} from './${scope}.json' with { type: 'json' };`).join('\n')}

/** ${words(name)}. */
export const ${camel(name)}: HeaderLanguage = {
  code: '${code}',
  gluesNouns: false,
  phrases: { ${phraseScopes.map((scope) => `...${scope}`).join(', ')} },
};
`;

/** What the model below says, as an entry of shared/text/privacy-models.ts. */
export const privacyModelText = (name) => `  '${name}': {
    title: '${words(name)}',
    allowed: 'It has one setting: least, a whole number from 1 to 1,000,000.',
    explain: (value: number, wanted: number) => \`The smallest class has \${value}, \${wanted} are wanted.\`,
  },
`;

/** A complete model that looks at the smallest class: every part of it is to be made one's own. */
export const privacyModelFile = (name) => `import { z } from 'zod';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['${name}'];

/** Every combination of the quasi-identifiers is shared by at least so many. */
export const ${camel(name)} = definePrivacyModel({
  id: '${name}',
  title: text.title,
  source: 'State the paper or standard with its year',
  settings: z.strictObject({ least: z.number().int().min(1).max(1_000_000) }),
  usual: { least: 5 },
  always: false,
  needs: 'classes',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: true,
    source: 'State the paper that proves it with its year',
  },
  value: ({ k }) => k,
  wanted: ({ least }) => least,
  met: (value, { least }) => value >= least,
  explain: (value, { least }) => text.explain(value, least),
  allowed: text.allowed,
  examples: [
    {
      name: 'two alike',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
      ],
      settings: { least: 2 },
      value: 2,
      met: true,
    },
    {
      name: 'somebody alone',
      rows: [
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { least: 2 },
      value: 1,
      met: false,
    },
  ],
});
`;

/** A step of the schema that makes one table. @param {number} version the next number */
export const migrationFile = (version, name) => `import type { Migration } from './migration.ts';

/** Say what the table holds and why. */
export const ${camel(name)}: Migration = {
  version: ${version},
  name: '${name}',
  up(db) {
    db.exec('CREATE TABLE ${name.replaceAll('-', '_')} (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  },
};
`;
