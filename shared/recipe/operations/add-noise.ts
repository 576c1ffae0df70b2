import { z } from 'zod';
import { blankToNull, bound, call, choose, column, number, type Expression } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { decimalMark, decimalMarkField, decimalsOf, numberIn, roundTo, written } from '../numbers.ts';
import { defineOperation, type SettingProblem } from '../operation.ts';

const words = operationsText['add-noise'];

const distributions = ['laplace', 'normal'] as const;

interface Settings {
  scale: number;
  step: number;
  least: number | null;
  most: number | null;
}

/** Steps up to which a number is whole in double precision, with room for noise. */
const mostSteps = 1e15;
const mostScale = 1e6;

const isWithin = (value: Expression, step: number): Expression =>
  call('and', call('less', number(-mostSteps * step), value), call('less', value, number(mostSteps * step)));

function checkNumbers({ scale, step, least, most }: Settings): SettingProblem[] {
  const problem = (setting: string, code: string, sentence: string): SettingProblem => ({ setting, code, sentence });
  return [
    ...(scale < step ? [problem('scale', 'scale-below-step', words.scaleBelowStep)] : []),
    ...(scale > mostScale * step ? [problem('step', 'scale-far-above', words.scaleFarAbove)] : []),
    ...(least !== null && most !== null && most - least < step
      ? [problem('least', 'bounds-order', words.boundsOrder)]
      : []),
  ];
}

/**
 * Adds noise in whole steps: discrete Laplace or discrete Gaussian (docs/definitions.md, "Moved values"). Numbers are
 * rounded to the step first. Equal numbers of one person get the same noise, so that several rows do not average it away.
 */
export const addNoise = defineOperation({
  id: 'add-noise',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    distribution: z.enum(distributions).default('laplace'),
    scale: z.number().min(1e-6).max(1e12).default(1),
    step: z.number().min(1e-6).max(1e12).default(1),
    least: z.number().nullable().default(null),
    most: z.number().nullable().default(null),
    decimalMark: decimalMark.default('.'),
  }),
  effect: ({ columns, step }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({
      column: name,
      treatment: 'perturbed',
      valueType: decimalsOf(step) === 0 ? 'integer' : 'decimal',
    })),
  }),
  check: (settings, known) => [...checkColumns(settings.columns, known), ...checkNumbers(settings)],
  plan: ({ columns, distribution, scale, step, least, most, decimalMark: mark }, before, context) => {
    const from = changeEach(columns, before, context, (name) => ({
      read: numberIn(name, mark),
      value: choose([{ when: isWithin(bound, step), then: written(roundTo(bound, step), step) }]),
      fails: call(
        'and',
        call('not', call('is-null', blankToNull(column(name)))),
        call('or', call('is-null', bound), call('not', isWithin(bound, step))),
      ),
    }));
    const way = { id: 'add-noise' as const, distribution, scale, step, least, most };
    return { kind: 'whole-table', from, step: context.step, columns, way };
  },
  describe: ({ columns, distribution, scale, step, least, most }) =>
    words.describe[distribution](columns, scale, step, words.bounds(least, most)),
  form: [
    columnsField,
    choiceField('distribution', distributions, words.distribution),
    { setting: 'scale', control: 'number', minimum: 1e-6, ...words.scale },
    { setting: 'step', control: 'number', minimum: 1e-6, ...words.step },
    { setting: 'least', control: 'number', ...words.least },
    { setting: 'most', control: 'number', ...words.most },
    decimalMarkField,
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'an income moved by hundreds',
      settings: {
        columns: ['income'],
        distribution: 'laplace',
        scale: 1000,
        step: 100,
        least: 0,
        most: null,
        decimalMark: '.',
      },
      columns: ['income'],
      before: [['43,210'], ['0'], ['unknown'], ['1e40'], [null]],
    },
    {
      name: 'a score within its scale',
      settings: {
        columns: ['score'],
        distribution: 'normal',
        scale: 0.5,
        step: 0.25,
        least: -1,
        most: 1,
        decimalMark: ',',
      },
      columns: ['score'],
      before: [['0,5'], ['-1'], ['']],
    },
  ],
  problems: [
    { name: 'no scale', settings: { columns: ['n'], scale: 0 }, columns: ['n'], code: 'settings' },
    {
      name: 'steps that swallow the noise',
      settings: { columns: ['n'], scale: 1, step: 10 },
      columns: ['n'],
      code: 'scale-below-step',
    },
    {
      name: 'steps far too fine',
      settings: { columns: ['n'], scale: 10_000, step: 0.0001 },
      columns: ['n'],
      code: 'scale-far-above',
    },
    {
      name: 'bounds the wrong way round',
      settings: { columns: ['n'], least: 5, most: 5 },
      columns: ['n'],
      code: 'bounds-order',
    },
  ],
});
