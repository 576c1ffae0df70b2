import { z } from 'zod';
import { measureList } from '#shared/domain/group-measure.ts';
import { blankToNull, bound, call, choose, column, number } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { checkMeasures } from '../measures.ts';
import { decimalMark, decimalMarkField, numberIn } from '../numbers.ts';
import { checkValueLists, valueLists } from '../value-lists.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['count-rows'];

/** Decimal places that a measured number is read with. */
const decimals = 9;
const mostGroups = 100;
/** Below it nothing but noise is left. */
const leastEpsilon = 0.01;

/**
 * A table of counts in place of rows: each combination of the columns once, with how many people have it. Without noise
 * a combination of fewer than k people is in no row, nor can it be told from the others (docs/definitions.md, "Tables of
 * counts"); with ε above 0 every count has noise, and what may appear stands in `values`. Sums and means of numbers stand
 * beside the counts, with noise alone: without, they would tell of whoever has most.
 */
export const countRows = defineOperation({
  id: 'count-rows',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    epsilon: z.number().min(0).max(20).default(0),
    delta: z.number().min(0).max(0.001).default(0),
    values: valueLists.default([]),
    measures: measureList.default([]),
    groupsPerPerson: z.number().int().min(1).max(mostGroups).default(1),
    decimalMark: decimalMark.default('.'),
  }),
  effect: ({ columns, measures }) => {
    const measured = measures.map((measure) => measure.column);
    const changed = (valueType: 'text' | 'decimal') => (name: string) =>
      ({ column: name, treatment: 'generalised', valueType }) as const;
    return {
      reads: [...columns, ...measured],
      drops: [],
      changes: [...columns.map(changed('text')), ...measured.map(changed('decimal'))],
    };
  },
  check: (settings, known) => [
    ...checkColumns(settings.columns, known),
    ...(settings.epsilon === 0 ? [] : checkValueLists(settings)),
    ...(settings.epsilon > 0 && settings.epsilon < leastEpsilon
      ? [{ setting: 'epsilon', code: 'epsilon-too-small', sentence: words.epsilonTooSmall(leastEpsilon) }]
      : []),
    ...checkMeasures(settings.measures, { ...settings, known }),
  ],
  plan: ({ columns, epsilon, delta, values, measures, groupsPerPerson, decimalMark: mark }, before, context) => {
    const measured = measures.map((measure) => measure.column);
    const from =
      measured.length === 0
        ? before
        : changeEach(measured, before, context, (name) => ({
            read: numberIn(name, mark),
            value: choose([
              { when: call('not', call('is-null', bound)), then: call('format-number', bound, number(decimals)) },
            ]),
            fails: call('and', call('not', call('is-null', blankToNull(column(name)))), call('is-null', bound)),
          }));
    return {
      kind: 'whole-table',
      from,
      step: context.step,
      columns: [...columns, ...measured],
      way: {
        id: 'count-rows',
        epsilon,
        delta,
        values,
        // What is not asked for is not in a plan, so that recipes from before it was there keep theirs.
        ...(measures.length > 0 && { measures }),
        ...(groupsPerPerson > 1 && { groupsPerPerson }),
      },
    };
  },
  describe: ({ columns, epsilon, delta, measures }) =>
    (epsilon === 0 ? words.describe.exact(columns) : words.describe.noisy(columns, epsilon, delta)) +
    words.describe.measures(measures),
  form: [
    columnsField,
    { setting: 'epsilon', control: 'number', minimum: 0, maximum: 20, ...words.epsilon },
    { setting: 'delta', control: 'number', minimum: 0, maximum: 0.001, ...words.delta },
    { setting: 'values', control: 'mapping', ...operationsText.synthesise.values },
    { setting: 'measures', control: 'measures', ...words.measures },
    { setting: 'groupsPerPerson', control: 'number', minimum: 1, maximum: mostGroups, ...words.groupsPerPerson },
    decimalMarkField,
  ],
  rename: (settings, rename) => ({
    ...settings,
    columns: settings.columns.map(rename),
    values: settings.values.map(([name, value]): [string, string] => [rename(name), value]),
    measures: settings.measures.map((measure) => ({ ...measure, column: rename(measure.column) })),
  }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'how many people have each combination',
      settings: {
        columns: ['age', 'city'],
        epsilon: 0,
        delta: 0,
        values: [],
        measures: [],
        groupsPerPerson: 1,
        decimalMark: '.',
      },
      columns: ['age', 'city', 'n'],
      before: [
        ['30', 'Köln', '1'],
        ['50', 'Bonn', '2'],
        ['30', 'Köln', '3'],
        ['50', 'Bonn', '4'],
      ],
      after: {
        columns: ['age', 'city', 'people'],
        rows: [
          ['30', 'Köln', '2'],
          ['50', 'Bonn', '2'],
        ],
      },
    },
    {
      name: 'with noise, over lists of values',
      settings: {
        columns: ['plan'],
        epsilon: 1,
        delta: 0,
        values: [
          ['plan', 'basic'],
          ['plan', 'gold'],
        ],
        measures: [],
        groupsPerPerson: 1,
        decimalMark: '.',
      },
      columns: ['plan'],
      before: [['basic'], ['gold']],
    },
    {
      name: 'what people spent, up to 500 each',
      settings: {
        columns: ['plan'],
        epsilon: 1,
        delta: 0.000001,
        values: [
          ['plan', 'basic'],
          ['plan', 'gold'],
        ],
        measures: [{ column: 'spent', figure: 'sum-and-mean', low: 0, high: 500, step: 0.5 }],
        groupsPerPerson: 2,
        decimalMark: ',',
      },
      columns: ['plan', 'spent'],
      before: [
        ['basic', '12,50'],
        ['gold', 'none'],
        ['gold', null],
      ],
    },
  ],
  problems: [
    {
      name: 'a column that is not there',
      settings: { columns: ['nope'], epsilon: 0, delta: 0, values: [] },
      columns: ['age'],
      code: 'column-missing',
    },
    {
      name: 'noise without lists',
      settings: { columns: ['age'], epsilon: 1, delta: 0, values: [] },
      columns: ['age'],
      code: 'too-few-values',
    },
    {
      name: 'hardly any ε',
      settings: {
        columns: ['age'],
        epsilon: 0.001,
        values: [
          ['age', '1'],
          ['age', '2'],
        ],
      },
      columns: ['age'],
      code: 'epsilon-too-small',
    },
    {
      name: 'a sum without noise',
      settings: {
        columns: ['age'],
        epsilon: 0,
        measures: [{ column: 'spent', figure: 'sum', low: 0, high: 1, step: 1 }],
      },
      columns: ['age', 'spent'],
      code: 'measure-without-noise',
    },
    {
      name: 'bounds between two steps',
      settings: {
        columns: ['age'],
        epsilon: 1,
        values: [
          ['age', '1'],
          ['age', '2'],
        ],
        measures: [{ column: 'spent', figure: 'sum', low: 0.5, high: 9, step: 1 }],
      },
      columns: ['age', 'spent'],
      code: 'measure-bounds',
    },
    {
      name: 'a sum of what is grouped by',
      settings: {
        columns: ['age'],
        epsilon: 1,
        values: [
          ['age', '1'],
          ['age', '2'],
        ],
        measures: [{ column: 'age', figure: 'mean', low: 0, high: 99, step: 1 }],
      },
      columns: ['age'],
      code: 'measure-grouped',
    },
  ],
});
