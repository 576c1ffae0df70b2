// Names that a script has to carry through every query: any signs, words of SQL, as long and as many as an engine takes.
import { afterAll, expect, it } from 'vitest';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import { sqlTargets, type SqlTarget } from '#shared/domain/sql-targets.ts';
import { compileScript } from '#shared/recipe/compile-script.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { startPostgres } from '#test/support/postgres-server.ts';
import { runSpark, sparkMissing } from '#test/support/spark-session.ts';
import { recipeOf } from './recipes.ts';

const names = [
  'a"b',
  "c'd",
  'new\nline; DROP TABLE x; --',
  'select',
  'ünï—☃😀',
  'back`tick',
  'back\\slash',
  '$$dollar$$',
  '%s :a {x}',
  ' lead',
  'tab\there',
  '-- c',
  '/* d */',
  'group',
  'x'.repeat(63),
  'й'.repeat(31),
];
const rows = Array.from({ length: 40 }, (_, row) =>
  names.map((_name, at) => ((row + at) % 5 === 0 ? null : (row + at) % 7 === 0 ? '' : `v${(row * 3 + at) % 4}`)),
);
const nothing = rows.map((row) => row.map(() => null));
const recipe = recipeOf(
  [
    ['redact', { columns: ["c'd", '$$dollar$$'], replacement: "x'\n-- y" }],
    ['mask-characters', { columns: ['back`tick', 'й'.repeat(31)], keepStart: 1, keepEnd: 0, keepLength: true }],
    ['age-bands', { columns: ['new\nline; DROP TABLE x; --'], from: 'age' }],
    ['drop-columns', { columns: ['tab\there'] }],
    ['suppress-small-classes', { columns: ['select', 'group'] }],
  ],
  {
    target: kTarget(2, 1),
    roles: [
      ...['select', 'group'].map((column) => ({ column, role: 'could-be-known' as const })),
      { column: 'back\\slash', role: 'to-protect' },
    ],
  },
);
const tables = { 'any values': rows, 'no row': [], 'nothing but NULL': nothing };

const scriptOf = (target: SqlTarget, of: Recipe = recipe, columns: readonly string[] = names) =>
  compileScript(of, columns, target, { referenceDate: of.referenceDate });
const valuesOf = (table: readonly (readonly (string | null)[])[], text: string): string =>
  `(SELECT * FROM (VALUES ${[...table, names.map(() => '')]
    .map((row) => `(${row.map((cell) => (cell === null ? `CAST(NULL AS ${text})` : `'${cell}'`)).join(', ')})`)
    .join(', ')}) AS t LIMIT ${table.length})`;
const sorted = (found: readonly unknown[]): string[] => found.map((row) => JSON.stringify(row)).sort();

/** What DuckDB makes of each table by its script. */
async function here(table: readonly (readonly (string | null)[])[]): Promise<string[]> {
  const { duck, close } = await openTestDuck();
  try {
    const named = names.map((name, at) => `col${at} AS ${quoteIdentifier(name)}`).join(', ');
    await duck.run(`CREATE TEMP VIEW custos_source AS SELECT ${named} FROM ${valuesOf(table, 'VARCHAR')}`);
    for (const statement of scriptOf('duckdb').statements) await duck.run(statement);
    return sorted((await duck.query<Record<string, unknown>>('SELECT * FROM custos_output')).map(Object.values));
  } finally {
    await close();
  }
}

const server = startPostgres();
afterAll(() => ('close' in server ? server.close() : undefined));

it.for(Object.entries(tables))('names of any signs come through on PostgreSQL: %s', async ([what, table], context) => {
  const expected = await here(table);
  expect(expected.length > 0).toBe(what !== 'no row');
  if ('missing' in server) return context.skip(server.missing);
  const script = scriptOf('postgres');
  const outputs = script.compiled.outputs.map(({ name }) => quoteIdentifier(name));
  const out = server.run(
    `CREATE TEMP VIEW custos_source (${names.map(quoteIdentifier).join(', ')}) AS SELECT * FROM ${valuesOf(table, 'text')} AS t;\n` +
      `${script.text}\nSELECT json_build_array(${outputs.join(', ')}) FROM custos_output;\n`,
  );
  const found = out.split('\n').filter((line) => line !== '');
  expect(sorted(found.map((line) => JSON.parse(line) as unknown))).toEqual(expected);
});

it('names of any signs come through on Spark', async (context) => {
  const whole = process.env['CUSTOS_SPARK_WHOLE'] === '1';
  const missing = whole ? sparkMissing() : 'on Spark only under CUSTOS_SPARK_WHOLE=1: it takes long to plan';
  if (missing !== null) return context.skip(missing);
  const named = names.map((name, at) => `col${at + 1} AS \`${name.replaceAll('`', '``')}\``).join(', ');
  const [answer] = runSpark([
    {
      views: {},
      statements: [
        `CREATE OR REPLACE TEMPORARY VIEW custos_source AS SELECT ${named} FROM ${valuesOf(rows, 'string')}`,
        ...scriptOf('spark').statements,
        'SELECT * FROM custos_output',
      ],
    },
  ]);
  if ('error' in answer!) throw new Error(answer.error);
  expect(sorted(answer!.rows[0]!)).toEqual(await here(rows));
});

it.each(sqlTargets)('nothing that a script says of itself is a statement: %s', (target) => {
  const key = 'k\nDROP TABLE one;';
  const told = recipeOf([['keyed-hash', { columns: ['a'], normalise: 'none', key }]], {
    purpose: 'p\r\nDROP TABLE two;',
    columns: ['a'],
  });
  const { text, statements } = scriptOf(target, told, ['a', 'left\u2028out\nDROP TABLE three;']);
  // What is left without the comments is the statements, each ended.
  const bare = text
    .split(/[\n\r]/)
    .filter((line) => !line.trimStart().startsWith('--') && line !== '')
    .join('\n');
  const written = statements.map((sql) => `${sql};`).join('\n');
  const withoutComments = written
    .split(/[\n\r]/)
    .filter((line) => !line.trimStart().startsWith('--') && line !== '')
    .join('\n');
  expect(bare).toBe(withoutComments);
});

it.for([
  // Parts that are computed once stand beside the columns for a query or two; what could not be read stays there.
  ['queries', 1300, 256, 'age-bands', /a query has 1,\d+ columns, and it takes at most 1,664/],
  ['views', 1590, 64, 'round-number', /a query has 1,\d+ columns, and it takes at most 1,600/],
] as const)(
  'a recipe is as wide as PostgreSQL takes it, and no wider: %s',
  ([, width, most, op, sentence], context) => {
    const wide = Array.from({ length: width }, (_none, at) => `w${at}`);
    const settings = op === 'age-bands' ? { from: 'date-of-birth' } : { step: 10 };
    const changing = (columns: number) =>
      scriptOf('postgres', recipeOf([[op, { columns: wide.slice(0, columns), ...settings }]]), wide);
    const refused = (columns: number): string | null => {
      try {
        changing(columns);
        return null;
      } catch (error) {
        return (error as Error).message;
      }
    };
    let [columns, tooMany] = [1, most as number];
    expect(refused(tooMany)).toMatch(sentence);
    while (tooMany - columns > 1) {
      const middle = Math.floor((columns + tooMany) / 2);
      if (refused(middle) === null) columns = middle;
      else tooMany = middle;
    }
    if ('missing' in server) return context.skip(server.missing);
    const source = wide.map((name) => `NULL::text AS ${name}`).join(', ');
    const { text } = changing(columns);
    const out = server.run(
      `CREATE TEMP VIEW custos_source AS SELECT ${source};\n${text}\nSELECT count(*) FROM custos_output;`,
    );
    expect(out.trim()).toBe('1');
  },
);
