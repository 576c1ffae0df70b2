import { z } from 'zod';
import { operationsText } from '#shared/text/operations.ts';
import { checkColumns } from '../column-settings.ts';
import { defineOperation, type SettingProblem } from '../operation.ts';

const words = operationsText['narrow-tables'];

/** Tables of one recipe, at most. */
const mostTables = 200;
/** It becomes part of a file's name, and `all` says all of them. */
const tableName = /^(?!all$)[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/iu;

interface NarrowTable {
  name: string;
  columns: string[];
}

/** Pairs of a table and one of its columns, put together by table; in the order of first mention. */
function tablesOf(pairs: readonly (readonly [table: string, column: string])[]): NarrowTable[] {
  const tables = new Map<string, string[]>();
  for (const [name, column] of pairs) tables.set(name, [...(tables.get(name) ?? []), column]);
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

const columnsOfAll = (pairs: readonly (readonly [table: string, column: string])[]): string[] => [
  ...new Set(pairs.map(([, column]) => column)),
];

function checkNames(names: readonly string[]): SettingProblem[] {
  const problem = (code: string, sentence: string): SettingProblem[] => [{ setting: 'tables', code, sentence }];
  if (names.length === 0) return problem('no-tables', words.noTables);
  if (names.length > mostTables) return problem('too-many-tables', words.tooManyTables(mostTables));
  const wrong = names.find((name) => !tableName.test(name));
  if (wrong !== undefined) return problem('table-name', words.tableName(wrong));
  const known = new Map<string, string>();
  for (const name of names) {
    const other = known.get(name.toLowerCase());
    if (other !== undefined) return problem('tables-alike', words.alike(name, other));
    known.set(name.toLowerCase(), name);
  }
  return [];
}

/**
 * Several narrow tables over the same rows, of which one is written: a row that fewer than k people share in any of them
 * is left out of all, so that no difference between two of them points at anybody (docs/definitions.md, "Narrow
 * tables"). Each further table is a release of the same recipe with another `write`.
 */
export const narrowTables = defineOperation({
  id: 'narrow-tables',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({ tables: z.array(z.tuple([z.string(), z.string()])).max(100_000), write: z.string() }),
  effect: ({ tables }) => ({ reads: columnsOfAll(tables), drops: [], changes: [] }),
  check: ({ tables: pairs, write }, known) => {
    const tables = tablesOf(pairs);
    const names = tables.map(({ name }) => name);
    const wrong = checkNames(names);
    if (wrong.length > 0) return wrong;
    return [
      ...tables.flatMap(({ columns }) => checkColumns(columns, known, 'tables')),
      ...(names.includes(write)
        ? []
        : [{ setting: 'write', code: 'table-missing', sentence: words.tableMissing(write, names) }]),
    ];
  },
  plan: ({ tables, write }, from, { step }) => ({
    kind: 'whole-table',
    from,
    step,
    columns: columnsOfAll(tables),
    way: { id: 'narrow-tables', tables: tablesOf(tables), write },
  }),
  describe: ({ tables, write }) => words.describe(tablesOf(tables), write),
  form: [
    { setting: 'tables', control: 'mapping', ...words.tables },
    { setting: 'write', control: 'text', ...words.write },
  ],
  rename: (settings, rename) => ({
    ...settings,
    tables: settings.tables.map(([table, column]): [string, string] => [table, rename(column)]),
  }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'who is few in a table that is not written is not in the one that is',
      settings: {
        tables: [
          ['places', 'age'],
          ['places', 'city'],
          ['plans', 'age'],
          ['plans', 'plan'],
        ],
        write: 'places',
      },
      columns: ['age', 'city', 'plan', 'n'],
      before: [
        ['30', 'Köln', 'free', '1'],
        ['30', 'Köln', 'free', '2'],
        ['30', 'Köln', 'pro', '3'],
        ['50', 'Bonn', 'pro', '4'],
        ['50', 'Bonn', 'pro', '5'],
      ],
      after: {
        columns: ['age', 'city'],
        rows: [
          ['30', 'Köln'],
          ['30', 'Köln'],
          ['50', 'Bonn'],
          ['50', 'Bonn'],
        ],
      },
    },
    {
      name: 'what goes from one table can make another one’s rows few',
      settings: {
        tables: [
          ['a', 'x'],
          ['b', 'y'],
        ],
        write: 'b',
      },
      columns: ['x', 'y'],
      before: [
        ['1', 'l'],
        ['2', 'l'],
        ['2', 'm'],
        ['2', 'm'],
      ],
      after: {
        columns: ['y'],
        rows: [['m'], ['m']],
      },
    },
  ],
  problems: [
    {
      name: 'a column that is not there',
      settings: { tables: [['a', 'nope']], write: 'a' },
      columns: ['x'],
      code: 'column-missing',
    },
    { name: 'no table', settings: { tables: [], write: '' }, columns: ['x'], code: 'no-tables' },
    {
      name: 'a name that leads elsewhere',
      settings: { tables: [['../a', 'x']], write: '../a' },
      columns: ['x'],
      code: 'table-name',
    },
    {
      name: 'a table called all',
      settings: { tables: [['All', 'x']], write: 'All' },
      columns: ['x'],
      code: 'table-name',
    },
    {
      name: 'names that one file would have',
      settings: {
        tables: [
          ['a', 'x'],
          ['A', 'x'],
        ],
        write: 'a',
      },
      columns: ['x'],
      code: 'tables-alike',
    },
    {
      name: 'a column twice in a table',
      settings: {
        tables: [
          ['a', 'x'],
          ['a', 'x'],
        ],
        write: 'a',
      },
      columns: ['x'],
      code: 'column-twice',
    },
    {
      name: 'a table to write that is none',
      settings: { tables: [['a', 'x']], write: 'b' },
      columns: ['x'],
      code: 'table-missing',
    },
  ],
});
