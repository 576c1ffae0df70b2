import { z } from 'zod';
import { bandLabels } from '#shared/domain/band-labels.ts';
import {
  blankToNull,
  bound,
  call,
  choose,
  column,
  number,
  text,
  unread,
  type Expression,
} from '#shared/plan/expression.ts';
import { dateFormats } from '#shared/plan/date-format.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation, type StepContext } from '../operation.ts';
import { checkEdges, edgeList } from '../bands.ts';
import { dateFormatField } from '../date-field.ts';

const words = operationsText['age-bands'];

const sources = ['age', 'date-of-birth', 'birth-year'] as const;
const oldest = 130;
const isFalse = call('is-null', number(0));

function ageOf(
  value: Expression,
  from: (typeof sources)[number],
  format: string,
  { referenceDate }: StepContext,
): Expression {
  const year = Number(referenceDate.slice(0, 4));
  switch (from) {
    case 'age':
      return call('floor', call('parse-number', value, text('.')));
    case 'birth-year':
      return call('subtract', number(year), call('parse-number', value, text('.')));
    case 'date-of-birth':
      return call('full-years', call('parse-date', value, text(format)), text(referenceDate));
  }
}

/**
 * Ages become bands. From a date of birth the full years at the recipe's reference date count; ages outside 0–130
 * cannot be read.
 */
export const ageBands = defineOperation({
  id: 'age-bands',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    from: z.enum(sources).default('age'),
    dateFormat: z.enum(dateFormats).default('iso'),
    edges: edgeList.default([18, 25, 35, 45, 55, 65]),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'generalised', valueType: 'text' })),
  }),
  check: ({ columns, edges }, known) => [...checkColumns(columns, known), ...checkEdges(edges)],
  plan: ({ columns, from: source, dateFormat, edges }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const age = bound;
      const readable = call('and', call('at-least', age, number(0)), call('less', age, number(oldest + 1)));
      const labels = bandLabels(edges, 1);
      const cases = edges.map((edge, index) => ({
        when: call('less', age, number(edge)),
        then: text(labels[index] ?? ''),
      }));
      const band = choose([{ when: readable, then: choose(cases, text(labels.at(-1) ?? '')) }]);
      return {
        read: ageOf(blankToNull(column(name)), source, dateFormat, context),
        value: band,
        fails: call(
          'or',
          unread(column(name), bound),
          choose([{ when: readable, then: isFalse }], call('not', call('is-null', bound))),
        ),
      };
    }),
  describe: ({ columns, edges }) => words.describe(columns, bandLabels(edges, 1)),
  form: [
    columnsField,
    choiceField('from', sources, words.from),
    dateFormatField,
    { setting: 'edges', control: 'edges', ...words.edges },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'from an age',
      settings: { columns: ['age'], from: 'age', dateFormat: 'iso', edges: [18, 35, 65] },
      columns: ['age'],
      before: [['17'], ['18'], ['34.9'], ['65'], ['131'], ['x'], [null]],
      after: { columns: ['age'], rows: [['<18'], ['18-34'], ['18-34'], ['65+'], [null], [null], [null]] },
    },
    {
      name: 'the birthday itself counts',
      settings: { columns: ['dob'], from: 'date-of-birth', dateFormat: 'd.m.y', edges: [18, 65] },
      columns: ['dob'],
      before: [['23.11.2008'], ['24.11.2008'], ['01.02.1950'], ['31.02.1990']],
      after: { columns: ['dob'], rows: [['18-64'], ['<18'], ['65+'], [null]] },
    },
    {
      name: 'from a year',
      settings: { columns: ['born'], from: 'birth-year', dateFormat: 'iso', edges: [40] },
      columns: ['born'],
      before: [['1980'], ['2000']],
      after: { columns: ['born'], rows: [['40+'], ['<40']] },
    },
  ],
  problems: [
    {
      name: 'edges that do not rise',
      settings: { columns: ['age'], edges: [30, 20] },
      columns: ['age'],
      code: 'edges-order',
    },
    { name: 'an unknown setting', settings: { columns: ['age'], width: 10 }, columns: ['age'], code: 'settings' },
  ],
});
