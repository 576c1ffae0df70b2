import { z } from 'zod';
import { blankToNull, bound, call, choose, column, lookup, nothing, text } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['map-categories'];

/** What becomes of a value the hierarchy does not name, in the order offered. */
const rests = ['label', 'keep', 'empty'] as const;

/**
 * Categories become those of a coarser level. A hierarchy's rows are a value and then one field per level upwards, as
 * in ARX's files.
 */
export const mapCategories = defineOperation({
  id: 'map-categories',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    hierarchy: z.array(z.array(z.string()).min(2).max(50)).max(100_000),
    level: z.number().int().min(1).max(49).default(1),
    otherwise: z.enum(rests).default('label'),
    label: z.string().max(200).default(words.rest),
  }),
  effect: ({ columns }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({ column: name, treatment: 'generalised', valueType: 'text' })),
  }),
  check: ({ columns, hierarchy }, known) => {
    const seen = new Set<string>();
    const twice = hierarchy.findIndex(([value]) => seen.size === seen.add(value ?? '').size);
    return [
      ...checkColumns(columns, known),
      ...(twice < 0 ? [] : [{ setting: 'hierarchy', code: 'value-twice', sentence: words.valueTwice(twice + 1) }]),
    ];
  },
  plan: ({ columns, hierarchy, level, otherwise, label }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const value = bound;
      const entries = hierarchy.map((row): [string, string] => [row[0] ?? '', row[level] ?? row.at(-1) ?? '']);
      const rest = otherwise === 'keep' ? value : otherwise === 'label' ? text(label) : nothing;
      return {
        read: blankToNull(column(name)),
        value: choose([{ when: call('not', call('is-null', value)), then: lookup(value, entries, rest) }]),
      };
    }),
  describe: ({ columns, level, hierarchy }) => words.describe(columns, level, hierarchy.length),
  form: [
    columnsField,
    { setting: 'hierarchy', control: 'mapping', ...words.hierarchy },
    { setting: 'level', control: 'number', ...words.level, minimum: 1, maximum: 49 },
    choiceField('otherwise', rests, words.otherwise),
    { setting: 'label', control: 'text', ...words.labelForRest },
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'two levels',
      settings: {
        columns: ['city'],
        hierarchy: [
          ['Ghent', 'Belgium', 'Europe'],
          ['Lima', 'Peru', 'America'],
          ["L'Aquila", 'Italy', 'Europe'],
        ],
        level: 2,
        otherwise: 'label',
        label: 'Other',
      },
      columns: ['city'],
      before: [['Ghent'], ["L'Aquila"], ['Oslo'], [null], [' ']],
      after: { columns: ['city'], rows: [['Europe'], ['Europe'], ['Other'], [null], [null]] },
    },
    {
      name: 'what is not listed stays',
      settings: { columns: ['plan'], hierarchy: [['gold', 'paid']], level: 3, otherwise: 'keep', label: '' },
      columns: ['plan'],
      before: [['gold'], ['free']],
      after: { columns: ['plan'], rows: [['paid'], ['free']] },
    },
    {
      name: 'a long hierarchy',
      settings: {
        columns: ['n'],
        hierarchy: Array.from({ length: 300 }, (_, index) => [`v${index}`, `r${index % 60}`]),
        level: 1,
        otherwise: 'label',
        label: 'Other',
      },
      columns: ['n'],
      before: [['v0'], ['v299'], ['v300'], [null]],
      after: { columns: ['n'], rows: [['r0'], ['r59'], ['Other'], [null]] },
    },
    {
      name: 'what is not listed goes',
      settings: { columns: ['plan'], hierarchy: [], level: 1, otherwise: 'empty', label: '' },
      columns: ['plan'],
      before: [['gold']],
      after: { columns: ['plan'], rows: [[null]] },
    },
  ],
  problems: [
    {
      name: 'a value twice',
      settings: {
        columns: ['city'],
        hierarchy: [
          ['a', 'x'],
          ['a', 'y'],
        ],
      },
      columns: ['city'],
      code: 'value-twice',
    },
    {
      name: 'a row without a level',
      settings: { columns: ['city'], hierarchy: [['a']] },
      columns: ['city'],
      code: 'settings',
    },
  ],
});
