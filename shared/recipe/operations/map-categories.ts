import { z } from 'zod';
import { blankToNull, bound, call, choose, column, lookup, nothing, text } from '#shared/plan/expression.ts';
import { findFault } from '#shared/hierarchies/tree/find-fault.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { defineOperation, type SettingProblem } from '../operation.ts';

const words = operationsText['map-categories'];

/** What becomes of a value the hierarchy does not name, in the order offered. */
const rests = ['label', 'top', 'keep', 'empty', 'refuse'] as const;

/** What a hierarchy without one top label is told as at its top. */
const noTop = '*';

/** The label that all values have at the top. */
function topOf(hierarchy: readonly string[][]): string {
  const tops = new Set(hierarchy.map((row) => row.at(-1)));
  return tops.size === 1 ? ([...tops][0] ?? noTop) : noTop;
}

/** Rows up to the level that is used; one that ends below stays at its last label. */
const upTo = (hierarchy: readonly string[][], level: number): string[][] =>
  hierarchy.map((row) => Array.from({ length: level + 1 }, (_, at) => row[at] ?? row.at(-1) ?? ''));

function faultIn(hierarchy: readonly string[][], level: number): SettingProblem[] {
  const fault = findFault(upTo(hierarchy, level));
  if (fault === null) return [];
  const { code, row, first } = fault;
  const told = { row: row + 1, level: fault.level, first: (first ?? 0) + 1 };
  return [{ setting: 'hierarchy', code, sentence: words.faults[code](told) }];
}

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
  check: ({ columns, hierarchy, level }, known) => {
    const seen = new Set<string>();
    const twice = hierarchy.findIndex(([value]) => seen.size === seen.add(value ?? '').size);
    return [
      ...checkColumns(columns, known),
      ...(twice < 0
        ? faultIn(hierarchy, level)
        : [{ setting: 'hierarchy', code: 'value-twice', sentence: words.valueTwice(twice + 1) }]),
    ];
  },
  plan: ({ columns, hierarchy, level, otherwise, label }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const value = bound;
      const entries = hierarchy.map((row): [string, string] => [row[0] ?? '', row[level] ?? row.at(-1) ?? '']);
      const rest = { keep: value, label: text(label), top: text(topOf(hierarchy)), empty: nothing, refuse: nothing };
      const isFilled = call('not', call('is-null', value));
      return {
        read: blankToNull(column(name)),
        value: choose([{ when: isFilled, then: lookup(value, entries, rest[otherwise]) }]),
        // Counted, so that a run can be refused for them: whether a value is named, whatever it becomes.
        ...(otherwise === 'refuse' && {
          fails: call('and', isFilled, call('is-null', lookup(value, entries, nothing))),
        }),
      };
    }),
  describe: ({ columns, level, hierarchy, otherwise, label }) =>
    words.describe(columns, level, hierarchy.length) +
    words.unlisted[otherwise](otherwise === 'top' ? topOf(hierarchy) : label),
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
      name: 'what is not listed goes to the top',
      settings: {
        columns: ['city'],
        hierarchy: [
          ['Ghent', 'Belgium', 'anywhere'],
          ['Lima', 'Peru', 'anywhere'],
        ],
        level: 1,
        otherwise: 'top',
        label: '',
      },
      columns: ['city'],
      before: [['Ghent'], ['Oslo'], [null]],
      after: { columns: ['city'], rows: [['Belgium'], ['anywhere'], [null]] },
    },
    {
      name: 'all has to be listed',
      settings: { columns: ['plan'], hierarchy: [['gold', 'paid']], level: 1, otherwise: 'refuse', label: '' },
      columns: ['plan'],
      before: [['gold'], [null]],
      after: { columns: ['plan'], rows: [['paid'], [null]] },
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
      name: 'a level without a label',
      settings: {
        columns: ['city'],
        hierarchy: [
          ['a', 'x'],
          ['b', ' '],
        ],
      },
      columns: ['city'],
      code: 'empty-label',
    },
    {
      name: 'a label under two',
      settings: {
        columns: ['city'],
        hierarchy: [
          ['a', 'x', 'y'],
          ['b', 'x', 'z'],
        ],
        level: 2,
      },
      columns: ['city'],
      code: 'two-parents',
    },
    {
      name: 'a label above itself',
      settings: {
        columns: ['city'],
        hierarchy: [
          ['a', 'b'],
          ['b', 'a'],
        ],
      },
      columns: ['city'],
      code: 'cycle',
    },
    {
      name: 'a row without a level',
      settings: { columns: ['city'], hierarchy: [['a']] },
      columns: ['city'],
      code: 'settings',
    },
  ],
});
