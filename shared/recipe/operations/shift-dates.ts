import { z } from 'zod';
import {
  blankToNull,
  bound,
  call,
  choose,
  column,
  nothing,
  number,
  text,
  type Expression,
} from '#shared/plan/expression.ts';
import { dateFormats } from '#shared/plan/date-format.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { dateFormatField } from '../date-field.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['shift-dates'];

const units = ['day', 'second'] as const;

/** Days that systems write where there is no date: everybody has them, so a moved one would tell by how much it moved. */
const placeholders = [
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1970-01-01',
  '2099-12-31',
  '2999-12-31',
  '3000-01-01',
];
const [firstYear, lastYear] = [1000, 8999];

const isPlaceholder = (date: Expression): Expression =>
  call(
    'or',
    ...placeholders.map((day) => call('equals', call('format-date', date, text('day')), text(day))),
    call('less', call('year-of', date), number(firstYear)),
    call('less', number(lastYear), call('year-of', date)),
  );

/** A key of its own: from a pseudonym under the purpose's key nobody can work out by how many days its dates moved. */
const keyOf = (name: string): string => `date shift: ${name}`;

/**
 * Whole days within −most … most, each as likely, from a hash of the person. Without nought: of the 2·most numbers
 * m = 0 … 2·most − 1, m − most + ½ rounded away from zero.
 */
function daysOf(hash: Expression, most: number, maybeNone: boolean): Expression {
  const drawn = call('number-below', hash, number(maybeNone ? 2 * most + 1 : 2 * most));
  return maybeNone ? call('subtract', drawn, number(most)) : call('round', call('subtract', drawn, number(most - 0.5)));
}

/**
 * Moves every date of one person by the same number of days, so that the time between two of them stays. The number
 * follows from the person and a key (HMAC-SHA-256): tables under the same key and most days move alike. A date of nobody,
 * and a placeholder, would stand unmoved or tell the number: both become empty and are counted.
 */
export const shiftDates = defineOperation({
  id: 'shift-dates',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    person: z.array(z.string()).length(1),
    days: z.int().min(1).max(3650).default(180),
    maybeNone: z.boolean().default(false),
    dateFormat: z.enum(dateFormats).default('iso'),
    write: z.enum(units).default('day'),
    key: z.string().max(100).default(''),
  }),
  effect: ({ columns, person, write }) => ({
    reads: [...new Set([...columns, ...person])],
    drops: [],
    changes: columns.map((name) => ({
      column: name,
      treatment: 'perturbed',
      valueType: write === 'day' ? 'date' : 'text',
    })),
  }),
  check: ({ columns, person }, known) => [
    ...checkColumns(columns, known),
    ...checkColumns(person, known, 'person'),
    ...(columns.includes(person[0]!)
      ? [{ setting: 'person', code: 'person-moved', sentence: words.personMoved(person[0]!) }]
      : []),
  ],
  plan: ({ columns, person, days, maybeNone, dateFormat, write, key }, from, context) => {
    const who = blankToNull(call('trim', column(person[0]!)));
    const hash = call('keyed-hash', text(keyOf(key || context.keyName)), who);
    return changeEach(columns, from, context, (name) => {
      const lost = call('or', call('is-null', bound), isPlaceholder(bound), call('is-null', who));
      return {
        read: call('parse-date', blankToNull(column(name)), text(dateFormat)),
        value: choose(
          [{ when: lost, then: nothing }],
          call('format-date', call('add-days', bound, daysOf(hash, days, maybeNone)), text(write)),
        ),
        fails: call('and', call('not', call('is-null', blankToNull(column(name)))), lost),
      };
    });
  },
  describe: ({ columns, person, days, maybeNone }) => words.describe(columns, person[0]!, days, maybeNone),
  form: [
    columnsField,
    { setting: 'person', control: 'columns', ...words.person },
    { setting: 'days', control: 'number', minimum: 1, maximum: 3650, ...words.days },
    { setting: 'maybeNone', control: 'switch', ...words.maybeNone },
    dateFormatField,
    choiceField('write', units, words.write),
    { setting: 'key', control: 'text', ...words.key },
  ],
  rename: (settings, rename) => ({
    ...settings,
    columns: settings.columns.map(rename),
    person: settings.person.map(rename),
  }),
  upgrade: {},
  risk: 'reversible-with-key',
  repeatable: false,
  examples: [
    {
      name: 'the days between two dates of a person stay',
      settings: {
        columns: ['from', 'to'],
        person: ['id'],
        days: 10,
        maybeNone: false,
        dateFormat: 'iso',
        write: 'day',
        key: '',
      },
      columns: ['id', 'from', 'to'],
      before: [
        ['a', '2026-11-01', '2026-11-23'],
        ['a', '2026-11-08', null],
        ['b', '2026-11-01', '2026-11-23'],
      ],
      after: {
        columns: ['id', 'from', 'to'],
        rows: [
          ['a', '2026-11-02', '2026-11-24'],
          ['a', '2026-11-09', null],
          ['b', '2026-11-06', '2026-11-28'],
        ],
      },
    },
    {
      name: 'nobody, no date and a placeholder become empty',
      settings: {
        columns: ['at'],
        person: ['id'],
        days: 365,
        maybeNone: true,
        dateFormat: 'd.m.y',
        write: 'second',
        key: 'other',
      },
      columns: ['id', 'at'],
      before: [
        ['a', '23.11.2026 14:05:09'],
        [' a ', '24.11.2026'],
        [' ', '23.11.2026'],
        [null, '23.11.2026'],
        ['a', 'soon'],
        ['a', '31.12.9999'],
        ['a', '01.01.1900'],
        ['a', null],
      ],
      after: {
        columns: ['id', 'at'],
        rows: [
          ['a', '2026-02-13 14:05:09'],
          [' a ', '2026-02-14 00:00:00'],
          [' ', null],
          [null, null],
          ['a', null],
          ['a', null],
          ['a', null],
          ['a', null],
        ],
      },
    },
  ],
  problems: [
    {
      name: 'no days at all',
      settings: { columns: ['at'], person: ['id'], days: 0 },
      columns: ['id', 'at'],
      code: 'settings',
    },
    {
      name: 'a person that is not there',
      settings: { columns: ['at'], person: ['nope'] },
      columns: ['id', 'at'],
      code: 'column-missing',
    },
    {
      name: 'a person who is moved',
      settings: { columns: ['at'], person: ['at'] },
      columns: ['at'],
      code: 'person-moved',
    },
  ],
});
