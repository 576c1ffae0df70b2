import { z } from 'zod';
import { bandLabels } from '#shared/domain/band-labels.ts';
import { bound, call, choose, column, number, text, unread } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { checkEdges } from '../bands.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { decimalMark, decimalMarkField, floorTo, numberIn, written } from '../numbers.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['numeric-bins'];

const modes = ['width', 'edges'] as const;

/** Numbers become intervals closed below and open above: of one width, or between given edges. */
export const numericBins = defineOperation({
  id: 'numeric-bins',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    mode: z.enum(modes).default('width'),
    width: z.number().positive().max(1e15).default(10),
    edges: z.array(z.number()).max(1000).default([]),
    whole: z.boolean().default(false),
    decimalMark: decimalMark.default('.'),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'generalised', valueType: 'text' })),
  }),
  check: ({ columns, mode, edges, whole }, known) => [
    ...checkColumns(columns, known),
    ...checkEdges(edges),
    ...(whole && edges.some((edge) => !Number.isInteger(edge))
      ? [{ setting: 'edges', code: 'edges-whole', sentence: words.edgesWhole }]
      : []),
    ...(mode === 'edges' && edges.length === 0
      ? [{ setting: 'edges', code: 'edges-missing', sentence: words.edgesMissing }]
      : []),
  ],
  plan: ({ columns, mode, width, edges, whole, decimalMark: mark }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const low = floorTo(bound, width);
      const labels = bandLabels(edges, whole ? 1 : 0);
      const band =
        mode === 'width'
          ? call('concat', written(low, width), text(' to <'), written(call('add', low, number(width)), width))
          : choose(
              edges.map((edge, index) => ({
                when: call('less', bound, number(edge)),
                then: text(labels[index] ?? ''),
              })),
              text(labels.at(-1) ?? ''),
            );
      const result = choose([{ when: call('not', call('is-null', bound)), then: band }]);
      return { read: numberIn(name, mark), value: result, fails: unread(column(name), bound) };
    }),
  describe: ({ columns, mode, width, edges, whole }) =>
    mode === 'width'
      ? words.describe.width(columns, width)
      : words.describe.edges(columns, bandLabels(edges, whole ? 1 : 0)),
  form: [
    columnsField,
    choiceField('mode', modes, words.mode),
    { setting: 'width', control: 'number', ...words.width, minimum: 0 },
    { setting: 'edges', control: 'edges', ...words.edges },
    { setting: 'whole', control: 'switch', ...words.whole },
    decimalMarkField,
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'one width',
      settings: { columns: ['spent'], mode: 'width', width: 50, edges: [], whole: false, decimalMark: '.' },
      columns: ['spent'],
      before: [['49.99'], ['50'], ['-0.01'], ['1,250.5'], ['free'], [null]],
      after: {
        columns: ['spent'],
        rows: [['0 to <50'], ['50 to <100'], ['-50 to <0'], ['1250 to <1300'], [null], [null]],
      },
    },
    {
      name: 'a decimal width',
      settings: { columns: ['r'], mode: 'width', width: 0.1, edges: [], whole: false, decimalMark: ',' },
      columns: ['r'],
      before: [['0,3'], ['0,25'], ['nan'], ['1e400']],
      after: { columns: ['r'], rows: [['0.3 to <0.4'], ['0.2 to <0.3'], [null], [null]] },
    },
    {
      name: 'bounds',
      settings: { columns: ['n'], mode: 'edges', width: 10, edges: [1, 10, 100], whole: false, decimalMark: '.' },
      columns: ['n'],
      before: [['0'], ['1'], ['99'], ['100']],
      after: { columns: ['n'], rows: [['<1'], ['1 to <10'], ['10 to <100'], ['100+']] },
    },
    {
      name: 'counts',
      settings: { columns: ['n'], mode: 'edges', width: 10, edges: [1, 2, 5], whole: true, decimalMark: '.' },
      columns: ['n'],
      before: [['0'], ['1'], ['4'], ['5'], ['-']],
      after: { columns: ['n'], rows: [['<1'], ['1'], ['2-4'], ['5+'], [null]] },
    },
  ],
  problems: [
    {
      name: 'whole numbers between bounds that are not',
      settings: { columns: ['n'], mode: 'edges', edges: [0.5], whole: true },
      columns: ['n'],
      code: 'edges-whole',
    },
    {
      name: 'bounds that do not rise',
      settings: { columns: ['n'], mode: 'edges', edges: [5, 5] },
      columns: ['n'],
      code: 'edges-order',
    },
    { name: 'no bounds', settings: { columns: ['n'], mode: 'edges' }, columns: ['n'], code: 'edges-missing' },
    { name: 'no width', settings: { columns: ['n'], width: 0 }, columns: ['n'], code: 'settings' },
  ],
});
