import { z } from 'zod';
import { call, number, text } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { inventedName, nameShapes, namesOfShape } from '../invented-names.ts';
import { defineOperation } from '../operation.ts';
import { identifierIn, normalisations } from '../written-alike.ts';

const words = operationsText['replace-consistently'];

/** A key of its own: no hash of the same purpose tells anything of it. */
const keyOf = (name: string): string => `invented names: ${name}`;

/**
 * Each name becomes an invented one that follows from it under a key (docs/definitions.md, "Invented names"): the same in
 * every table. Two names may get the same one. Still personal data.
 */
export const replaceConsistently = defineOperation({
  id: 'replace-consistently',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    shape: z.enum(nameShapes).default('two-words'),
    normalise: z.enum(normalisations).default('trim-lowercase'),
    key: z.string().max(100).default(''),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'hashed-keyed', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, shape, normalise, key }, from, context) =>
    changeEach(columns, from, context, (name) => ({
      read: call(
        'number-below',
        call('keyed-hash', text(keyOf(key || context.keyName)), identifierIn(name, normalise)),
        number(namesOfShape(shape)),
      ),
      value: inventedName(shape),
    })),
  describe: ({ columns, shape }) => words.describe[shape](columns),
  form: [
    columnsField,
    choiceField('shape', nameShapes, words.shape),
    choiceField('normalise', normalisations, operationsText['keyed-hash'].normalise),
    { setting: 'key', control: 'text', ...operationsText['keyed-hash'].key },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'reversible-with-key',
  repeatable: false,
  examples: [
    {
      name: 'one name in two columns, however it is written',
      settings: { columns: ['buyer', 'payer'], shape: 'two-words', normalise: 'trim-lowercase', key: '' },
      columns: ['buyer', 'payer'],
      before: [
        ['Corner Shop', ' corner SHOP'],
        ['Mill & Sons', null],
        [' ', 'Corner Shop'],
      ],
      after: {
        columns: ['buyer', 'payer'],
        rows: [
          ['Sawika Wipedo', 'Sawika Wipedo'],
          ['Lorana Nofaso', null],
          [null, 'Sawika Wipedo'],
        ],
      },
    },
    {
      name: 'places',
      settings: { columns: ['town'], shape: 'one-word', normalise: 'none', key: 'towns' },
      columns: ['town'],
      before: [['Bonn'], ['bonn'], [null]],
      after: { columns: ['town'], rows: [['Lomesala'], ['Sorahoka'], [null]] },
    },
  ],
  problems: [
    { name: 'an unknown shape', settings: { columns: ['a'], shape: 'three' }, columns: ['a'], code: 'settings' },
    { name: 'a column that is not there', settings: { columns: ['nope'] }, columns: ['a'], code: 'column-missing' },
  ],
});
