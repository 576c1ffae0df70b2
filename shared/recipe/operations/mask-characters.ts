import { z } from 'zod';
import { blankToNull, bound, call, choose, column, number, text } from '#shared/plan/expression.ts';
import { changeEach, checkColumns, columnNames, columnsField, listNames } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

/** Shows the first and last characters and masks the rest; a value too short to hide anything is masked whole. Characters are Unicode code points. */
export const maskCharacters = defineOperation({
  id: 'mask-characters',
  version: 1,
  label: 'Mask characters',
  summary: 'Shows the first or last characters of a value and hides the rest.',
  settings: z.strictObject({
    columns: columnNames,
    keepStart: z.number().int().min(0).max(100).default(0),
    keepEnd: z.number().int().min(0).max(100).default(4),
    keepLength: z.boolean().default(false),
  }),
  effect: ({ columns }) => ({ reads: columns, drops: [], changes: columns.map((name) => ({ column: name, treatment: 'masked', valueType: 'text' })) }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, keepStart, keepEnd, keepLength }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const value = bound;
      const hidden = call('subtract', call('length', value), number(keepStart + keepEnd));
      const stars = (count: ReturnType<typeof number>) => call('repeat', text('*'), keepLength ? count : number(4));
      return {
        read: blankToNull(column(name)),
        value: choose([
          { when: call('is-null', value), then: { kind: 'null' } },
          { when: call('less', number(0), hidden), then: call('concat', call('left', value, number(keepStart)), stars(hidden), call('right', value, number(keepEnd))) },
        ], stars(call('length', value))),
      };
    }),
  describe: ({ columns, keepStart, keepEnd }) => `Mask ${listNames(columns)}, showing the first ${keepStart} and the last ${keepEnd} characters.`,
  form: [
    columnsField,
    { setting: 'keepStart', label: 'Shown at the start', control: 'number', help: 'How many characters stay readable at the start.', minimum: 0, maximum: 100 },
    { setting: 'keepEnd', label: 'Shown at the end', control: 'number', help: 'How many characters stay readable at the end.', minimum: 0, maximum: 100 },
    { setting: 'keepLength', label: 'Keep the length', control: 'switch', help: 'Off: four stars whatever the length, which tells less.' },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    { name: 'the last four digits', settings: { columns: ['card'], keepStart: 0, keepEnd: 4, keepLength: true }, columns: ['card'], before: [['4000001234567899'], ['123'], [null]], after: { columns: ['card'], rows: [['************7899'], ['***'], [null]] } },
    { name: 'the length hidden', settings: { columns: ['name'], keepStart: 1, keepEnd: 0, keepLength: false }, columns: ['name'], before: [['漢字かな'], ['Bo'], ['A'], ['']], after: { columns: ['name'], rows: [['漢****'], ['B****'], ['****'], [null]] } },
  ],
  problems: [{ name: 'half a character', settings: { columns: ['card'], keepStart: 0.5 }, columns: ['card'], code: 'settings' }],
});
