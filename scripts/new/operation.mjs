import { areNames, camel, listText, withImport, words } from './list-entry.mjs';

/** What the operation below says, as an entry of shared/text/operations.ts. */
const operationText = (name) => `  '${name}': {
    label: '${words(name)}',
    summary: 'Removes white space at both ends of a value.',
    describe: (columns: string[]) => \`Remove white space around the values of \${quotedNames(columns)}.\`,
  },
`;

/**
 * A complete operation that trims values: it passes the registry test as it is, and every part of it is to be made
 * one's own.
 */
const operationFile = (name) => `import { z } from 'zod';
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

/** The list of operations with one more entry, before the suppression of rows, which stays last. */
function listOperation(text, name) {
  const entry = '  suppressSmallClasses,\n';
  if (!text.includes(entry))
    throw new Error('The list of operations does not look as expected: add the entry by hand.');
  return withImport(
    text.replace(entry, `  ${camel(name)},\n${entry}`),
    `import { ${camel(name)} } from './${name}.ts';`,
    name,
  );
}

/** An operation of recipes. */
export const operation = {
  usage: 'operation NAME',
  make([name], read) {
    if (!areNames(name)) return null;
    const folder = 'shared/recipe/operations';
    const texts = 'shared/text/operations.ts';
    return {
      fresh: { [`${folder}/${name}.ts`]: operationFile(name) },
      changed: {
        [`${folder}/index.ts`]: listOperation(read(`${folder}/index.ts`), name),
        [texts]: listText(read(texts), operationText(name)),
      },
    };
  },
};
