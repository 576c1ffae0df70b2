import { z } from 'zod';
import { bound, call, choose, column, number, text, unread } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { decimalMark, decimalMarkField, decimalsOf, numberIn } from '../numbers.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['top-bottom-code'];

/** Numbers beyond a bound become the bound; those between stay as they are written. */
export const topBottomCode = defineOperation({
  id: 'top-bottom-code',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    bottom: z.number().nullable().default(null),
    top: z.number().nullable().default(null),
    decimalMark: decimalMark.default('.'),
  }),
  effect: ({ columns, decimalMark: mark }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({
      column: name,
      treatment: 'generalised',
      valueType: mark === '.' ? 'decimal' : 'text',
    })),
  }),
  check: ({ columns, bottom, top }, known) => [
    ...checkColumns(columns, known),
    ...(bottom === null && top === null
      ? [{ setting: 'top', code: 'bound-missing', sentence: words.boundMissing }]
      : []),
    ...(bottom !== null && top !== null && bottom >= top
      ? [{ setting: 'bottom', code: 'bounds-order', sentence: words.boundsOrder }]
      : []),
  ],
  plan: ({ columns, bottom, top, decimalMark: mark }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const limitText = (limit: number) => text(limit.toFixed(decimalsOf(limit)).replace('.', mark));
      return {
        read: numberIn(name, mark),
        value: choose(
          [
            { when: call('is-null', bound), then: { kind: 'null' } },
            ...(bottom === null ? [] : [{ when: call('less', bound, number(bottom)), then: limitText(bottom) }]),
            ...(top === null ? [] : [{ when: call('less', number(top), bound), then: limitText(top) }]),
          ],
          call('trim', column(name)),
        ),
        fails: unread(column(name), bound),
      };
    }),
  describe: ({ columns, bottom, top }) => {
    if (bottom === null) return top === null ? words.describe.neither(columns) : words.describe.top(columns, top);
    return top === null ? words.describe.bottom(columns, bottom) : words.describe.both(columns, bottom, top);
  },
  form: [
    columnsField,
    { setting: 'bottom', control: 'number', ...words.bottom },
    { setting: 'top', control: 'number', ...words.top },
    decimalMarkField,
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: true,
  examples: [
    {
      name: 'both ends',
      settings: { columns: ['n'], bottom: 0, top: 100, decimalMark: '.' },
      columns: ['n'],
      before: [['-5'], ['0'], ['99.50'], ['1e9'], ['many'], [null]],
      after: { columns: ['n'], rows: [['0'], ['0'], ['99.50'], ['100'], [null], [null]] },
    },
    {
      name: 'a decimal comma',
      settings: { columns: ['n'], bottom: null, top: 2.5, decimalMark: ',' },
      columns: ['n'],
      before: [['2,4'], ['1.000,0']],
      after: { columns: ['n'], rows: [['2,4'], ['2,5']] },
    },
  ],
  problems: [
    { name: 'no bound', settings: { columns: ['n'] }, columns: ['n'], code: 'bound-missing' },
    {
      name: 'bounds the wrong way round',
      settings: { columns: ['n'], bottom: 9, top: 1 },
      columns: ['n'],
      code: 'bounds-order',
    },
  ],
});
