import { z } from 'zod';
import { blankToNull, bound, call, column, text, unread } from '#shared/plan/expression.ts';
import { dateFormats } from '#shared/plan/date-format.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { dateFormatField } from '../date-field.ts';
import { defineOperation, type OutputType } from '../operation.ts';

const words = operationsText['truncate-date'];

const units = ['hour', 'day', 'week', 'month', 'quarter', 'year', 'decade'] as const;
const types: Record<(typeof units)[number], OutputType> = {
  hour: 'text',
  day: 'date',
  week: 'date',
  month: 'text',
  quarter: 'text',
  year: 'integer',
  decade: 'text',
};

/**
 * Dates lose what is finer than the unit: 2026-11-23 14:00, 2026-11-23, the Monday of the week, 2026-11, 2026-Q4, 2026,
 * 2020s.
 */
export const truncateDate = defineOperation({
  id: 'truncate-date',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    dateFormat: z.enum(dateFormats).default('iso'),
    to: z.enum(units).default('month'),
  }),
  effect: ({ columns, to }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'generalised', valueType: types[to] })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, dateFormat, to }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const start = call('truncate-date', call('parse-date', blankToNull(column(name)), text(dateFormat)), text(to));
      return { read: start, value: call('format-date', bound, text(to)), fails: unread(column(name), bound) };
    }),
  describe: ({ columns, to }) => words.describe[to](columns),
  form: [columnsField, dateFormatField, choiceField('to', units, words.to)],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'the month',
      settings: { columns: ['at'], dateFormat: 'iso', to: 'month' },
      columns: ['at'],
      before: [['2026-11-23T14:05:09Z'], ['2026-01-31 23:59:59.999'], ['2026-02-30'], ['infinity'], [null]],
      after: { columns: ['at'], rows: [['2026-11'], ['2026-01'], [null], [null], [null]] },
    },
    {
      name: 'the day as written counts, whatever the offset',
      settings: { columns: ['at'], dateFormat: 'iso', to: 'day' },
      columns: ['at'],
      before: [['2026-01-01T00:30:00+02:00'], ['2026-01']],
      after: { columns: ['at'], rows: [['2026-01-01'], ['2026-01-01']] },
    },
    {
      name: 'American dates',
      settings: { columns: ['at'], dateFormat: 'm/d/y', to: 'quarter' },
      columns: ['at'],
      before: [['11/23/2026'], ['2/3/26 4:05 PM'], ['23/11/2026']],
      after: { columns: ['at'], rows: [['2026-Q4'], ['2026-Q1'], [null]] },
    },
    {
      name: 'seconds since 1970',
      settings: { columns: ['at'], dateFormat: 'epoch-seconds', to: 'decade' },
      columns: ['at'],
      before: [['0'], ['1795392000'], ['-1'], ['999999999999999999999']],
      after: { columns: ['at'], rows: [['1970s'], ['2020s'], ['1960s'], [null]] },
    },
    {
      name: 'names of months',
      settings: { columns: ['at'], dateFormat: 'month-name', to: 'month' },
      columns: ['at'],
      before: [['23 Nov 2026'], ['November 23rd, 2026'], ['3-feb-26 14:05'], ['23.11.2026']],
      after: { columns: ['at'], rows: [['2026-11'], ['2026-11'], ['2026-02'], [null]] },
    },
    {
      name: 'several ways in one column',
      settings: { columns: ['at'], dateFormat: 'mixed-m/d/y', to: 'month' },
      columns: ['at'],
      before: [['2026-11-23'], ['23.11.2026'], ['11/12/2026'], ['23/11/2026'], ['23 Nov 2026'], ['20261123'], ['soon']],
      after: {
        columns: ['at'],
        rows: [['2026-11'], ['2026-11'], ['2026-11'], ['2026-11'], ['2026-11'], ['2026-11'], [null]],
      },
    },
    {
      name: 'the week',
      settings: { columns: ['at'], dateFormat: 'yyyymmdd', to: 'week' },
      columns: ['at'],
      before: [['20261129'], ['2026112']],
      after: { columns: ['at'], rows: [['2026-11-23'], [null]] },
    },
  ],
  problems: [
    { name: 'an unknown unit', settings: { columns: ['at'], to: 'fortnight' }, columns: ['at'], code: 'settings' },
  ],
});
