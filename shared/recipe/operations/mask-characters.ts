import { z } from 'zod';
import { blankToNull, bound, call, choose, column, number, text } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['mask-characters'];

/**
 * Shows the first and last characters and masks the rest; a value too short to hide anything is masked whole.
 * Characters are Unicode code points.
 */
export const maskCharacters = defineOperation({
  id: 'mask-characters',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    keepStart: z.number().int().min(0).max(100).default(0),
    keepEnd: z.number().int().min(0).max(100).default(4),
    keepLength: z.boolean().default(false),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'masked', valueType: 'text' })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, keepStart, keepEnd, keepLength }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const value = bound;
      const hidden = call('subtract', call('length', value), number(keepStart + keepEnd));
      const stars = (count: ReturnType<typeof number>) => call('repeat', text('*'), keepLength ? count : number(4));
      return {
        read: blankToNull(column(name)),
        value: choose(
          [
            { when: call('is-null', value), then: { kind: 'null' } },
            {
              when: call('less', number(0), hidden),
              then: call(
                'concat',
                call('left', value, number(keepStart)),
                stars(hidden),
                call('right', value, number(keepEnd)),
              ),
            },
          ],
          stars(call('length', value)),
        ),
      };
    }),
  describe: ({ columns, keepStart, keepEnd }) => words.describe(columns, keepStart, keepEnd),
  form: [
    columnsField,
    { setting: 'keepStart', control: 'number', ...words.keepStart, minimum: 0, maximum: 100 },
    { setting: 'keepEnd', control: 'number', ...words.keepEnd, minimum: 0, maximum: 100 },
    { setting: 'keepLength', control: 'switch', ...words.keepLength },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'the last four digits',
      settings: { columns: ['card'], keepStart: 0, keepEnd: 4, keepLength: true },
      columns: ['card'],
      before: [['4000001234567899'], ['123'], [null]],
      after: { columns: ['card'], rows: [['************7899'], ['***'], [null]] },
    },
    {
      name: 'the length hidden',
      settings: { columns: ['name'], keepStart: 1, keepEnd: 0, keepLength: false },
      columns: ['name'],
      before: [['漢字かな'], ['Bo'], ['A'], ['']],
      after: { columns: ['name'], rows: [['漢****'], ['B****'], ['****'], [null]] },
    },
  ],
  problems: [
    { name: 'half a character', settings: { columns: ['card'], keepStart: 0.5 }, columns: ['card'], code: 'settings' },
  ],
});
