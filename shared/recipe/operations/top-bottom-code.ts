import { z } from 'zod';
import { bound, call, choose, column, number, text, unread } from '#shared/plan/expression.ts';
import { changeEach, checkColumns, columnNames, columnsField, listNames } from '../column-settings.ts';
import { decimalMark, decimalMarkField, decimalsOf, numberIn } from '../numbers.ts';
import { defineOperation } from '../operation.ts';

/** Numbers beyond a bound become the bound; those between stay as they are written. */
export const topBottomCode = defineOperation({
  id: 'top-bottom-code',
  version: 1,
  label: 'Top and bottom coding',
  summary: 'Cuts extreme numbers off at a bound, because the extremes are the people one recognises.',
  settings: z.strictObject({ columns: columnNames, bottom: z.number().nullable().default(null), top: z.number().nullable().default(null), decimalMark: decimalMark.default('.') }),
  effect: ({ columns, decimalMark: mark }) => ({ reads: columns, drops: [], changes: columns.map((name) => ({ column: name, treatment: 'generalised', valueType: mark === '.' ? 'decimal' : 'text' })) }),
  check: ({ columns, bottom, top }, known) => [
    ...checkColumns(columns, known),
    ...(bottom === null && top === null ? [{ setting: 'top', code: 'bound-missing', sentence: 'Give a bound at the top, at the bottom, or both.' }] : []),
    ...(bottom !== null && top !== null && bottom >= top ? [{ setting: 'bottom', code: 'bounds-order', sentence: 'The bound at the bottom must be below the one at the top.' }] : []),
  ],
  plan: ({ columns, bottom, top, decimalMark: mark }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const limitText = (limit: number) => text(limit.toFixed(decimalsOf(limit)).replace('.', mark));
      return {
        read: numberIn(name, mark),
        value: choose([
          { when: call('is-null', bound), then: { kind: 'null' } },
          ...(bottom === null ? [] : [{ when: call('less', bound, number(bottom)), then: limitText(bottom) }]),
          ...(top === null ? [] : [{ when: call('less', number(top), bound), then: limitText(top) }]),
        ], call('trim', column(name))),
        fails: unread(column(name), bound),
      };
    }),
  describe: ({ columns, bottom, top }) => `Cut ${listNames(columns)} off${bottom === null ? '' : ` at ${bottom} below`}${bottom !== null && top !== null ? ' and' : ''}${top === null ? '' : ` at ${top} above`}.`,
  form: [
    columnsField,
    { setting: 'bottom', label: 'Bottom', control: 'number', help: 'Smaller numbers become this one; empty for no bound.' },
    { setting: 'top', label: 'Top', control: 'number', help: 'Larger numbers become this one; empty for no bound.' },
    decimalMarkField,
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: true,
  examples: [
    { name: 'both ends', settings: { columns: ['n'], bottom: 0, top: 100, decimalMark: '.' }, columns: ['n'], before: [['-5'], ['0'], ['99.50'], ['1e9'], ['many'], [null]], after: { columns: ['n'], rows: [['0'], ['0'], ['99.50'], ['100'], [null], [null]] } },
    { name: 'a decimal comma', settings: { columns: ['n'], bottom: null, top: 2.5, decimalMark: ',' }, columns: ['n'], before: [['2,4'], ['1.000,0']], after: { columns: ['n'], rows: [['2,4'], ['2,5']] } },
  ],
  problems: [
    { name: 'no bound', settings: { columns: ['n'] }, columns: ['n'], code: 'bound-missing' },
    { name: 'bounds the wrong way round', settings: { columns: ['n'], bottom: 9, top: 1 }, columns: ['n'], code: 'bounds-order' },
  ],
});
