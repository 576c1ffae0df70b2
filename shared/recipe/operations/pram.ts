import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText.pram;

const draws = ['frequencies', 'evenly'] as const;

/**
 * The post-randomisation method (docs/definitions.md, "Moved values"): a value stays with a stated chance, and else is
 * drawn by frequency (an invariant matrix) or evenly of those that occur. Equal values of one person are drawn together,
 * so that several rows do not give them away.
 */
export const pram = defineOperation({
  id: 'pram',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    keep: z.number().min(0).max(0.99).default(0.8),
    draw: z.enum(draws).default('frequencies'),
    together: z.boolean().default(false),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'perturbed', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, keep, draw, together }, from, { step }) => ({
    kind: 'whole-table',
    from,
    step,
    columns,
    way: { id: 'pram', keep, draw, together },
  }),
  describe: ({ columns, keep, draw, together }) => words.describe[draw](columns, keep, together),
  form: [
    columnsField,
    { setting: 'keep', control: 'number', minimum: 0, maximum: 0.99, ...words.keep },
    choiceField('draw', draws, words.draw),
    { setting: 'together', control: 'switch', ...words.together },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'one value in five is drawn again',
      settings: { columns: ['plan'], keep: 0.8, draw: 'frequencies', together: false },
      columns: ['plan'],
      before: [['basic'], ['gold'], ['basic'], [null]],
    },
    {
      name: 'a place is drawn as a whole',
      settings: { columns: ['zip', 'city'], keep: 0.5, draw: 'evenly', together: true },
      columns: ['zip', 'city'],
      before: [
        ['50667', 'Köln'],
        ['53111', 'Bonn'],
      ],
    },
  ],
  problems: [
    { name: 'all stay', settings: { columns: ['plan'], keep: 1 }, columns: ['plan'], code: 'settings' },
    { name: 'a column named twice', settings: { columns: ['a', 'a'] }, columns: ['a'], code: 'column-twice' },
  ],
});
