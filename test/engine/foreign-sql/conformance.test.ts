import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installKeyedHash } from '#engine/analysis/keyed-hash.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { hmacPad, hmacPadBytes } from '#engine/keys/hmac-pad.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';
import type { SqlTarget } from '#shared/domain/sql-targets.ts';
import { compileRecipe, writeDuckSql } from '#shared/recipe/compile-recipe.ts';
import { compileScript, type CompiledScript } from '#shared/recipe/compile-script.ts';
import { operations } from '#shared/recipe/operations/index.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { openTestDuck, tableOf } from '#test/support/duck-rows.ts';
import { startPostgres } from '#test/support/postgres-server.ts';
import { runSpark, sparkMissing } from '#test/support/spark-session.ts';
import { hostileColumns, hostileRows } from './hostile-cells.ts';
import { choosing, onSparkByDefault, recipeOf, recipesOfOperations } from './recipes.ts';

const rows = hostileRows(2100, 20_261_130);
const columns = hostileColumns.map((name, index) => ({ name, physical: `c${index + 1}`, header: name }));
const all = [
  ...Object.entries(recipesOfOperations).flatMap(([op, list]) =>
    list.map((steps, index) => ({ name: `${op} ${index + 1}`, recipe: recipeOf(steps) })),
  ),
  { name: 'suppress-small-classes', recipe: choosing.small },
  { name: 'keep-rows', recipe: choosing.kept },
];
const keyOf = (name: string): Uint8Array => new TextEncoder().encode(`a key for ${name} of more than thirty-two bytes`);

type Row = (string | null)[];
interface Result {
  rows: string[];
  checks: [figure: string, of: string | null, value: string][];
}
const lines = (found: readonly Row[]): string[] => found.map((row) => JSON.stringify(row)).sort();
const compiledFor = (recipe: Recipe, target: SqlTarget): CompiledScript =>
  compileScript(recipe, hostileColumns, target, { referenceDate: recipe.referenceDate });

let duck: Duck;
let close: () => Promise<void>;
/** What the engine here makes of each recipe, before rows are left out. */
const local = new Map<string, Row[]>();

beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
  await tableOf(duck, 'source', columns.length, rows);
  for (const { name, recipe } of all) {
    const compiled = compileRecipe(recipe, columns, { referenceDate: recipe.referenceDate });
    await installKeyedHash(duck, new Map(compiled.keyNames.map((key) => [key, keyOf(key)])));
    local.set(
      name,
      await readRows(
        `(${writeDuckSql(compiled, 'source')})`,
        compiled.outputs.map(({ physical }) => physical),
      ),
    );
  }
});
afterAll(async () => close());

/** As JSON text: what the driver decodes loses a byte order mark. */
const readRows = async (relation: string, names: readonly string[]): Promise<Row[]> =>
  (
    await duck.query<{ line: string }>(
      `SELECT hex(encode(to_json([${names.map(quoteIdentifier).join(', ')}]::VARCHAR[])::VARCHAR)) AS line FROM ${relation}`,
    )
  ).map(
    ({ line }) => JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(line, 'hex'))) as Row,
  );

/** Each row with how many of all are like it in these columns. */
function sizesOf(found: readonly Row[], counted: readonly number[]): number[] {
  const key = (row: Row): string => JSON.stringify(counted.map((at) => row[at]));
  const sizes = new Map<string, number>();
  for (const row of found) sizes.set(key(row), (sizes.get(key(row)) ?? 0) + 1);
  return found.map((row) => sizes.get(key(row))!);
}

/** What should come out, rows that are left out left out by counting here. */
function expectedOf(name: string): string[] {
  const found = local.get(name)!;
  if (name === 'suppress-small-classes') {
    const sizes = sizesOf(found, [2, 6]);
    return lines(found.filter((_, at) => sizes[at]! >= 5));
  }
  if (name !== 'keep-rows') return lines(found);
  const says = new Set(['é', 'i']);
  const plain = (cell: string): string => cell.normalize('NFC').replace(/^[\t\n\f\r \u00a0]+|[\t\n\f\r \u00a0]+$/g, '');
  // İ has the small letter i in every engine here, and another in JavaScript.
  const isIn = (cell: string | null): boolean =>
    cell !== null && says.has(plain(cell).replaceAll('İ', 'i').toLowerCase());
  return lines(found.filter((_, at) => isIn(rows[at]![6]!)));
}

const figure = ({ checks }: Result, name: string, of: string | null = null): number =>
  Number(checks.find(([figureName, column]) => figureName === name && column === of)?.[2]);

/** The figures of small classes, counted here by the definitions. */
function checkFigures(result: Result): void {
  const found = result.rows.map((line) => JSON.parse(line) as Row);
  const sizes = sizesOf(found, [2, 6]);
  const shares = (of: readonly Row[]): Map<string | null, number> => {
    const counts = new Map<string | null, number>();
    for (const row of of) counts.set(row[3]!, (counts.get(row[3]!) ?? 0) + 1 / of.length);
    return counts;
  };
  const classes = new Map<string, Row[]>();
  for (const row of found) {
    const key = JSON.stringify([row[2], row[6]]);
    classes.set(key, [...(classes.get(key) ?? []), row]);
  }
  const whole = shares(found);
  const distances = [...classes.values()].map((rowsOfClass) => {
    const within = shares(rowsOfClass);
    return [...whole].reduce((sum, [value, share]) => sum + Math.abs((within.get(value) ?? 0) - share), 0) / 2;
  });
  const values = [...classes.values()].map(
    (rowsOfClass) =>
      new Set(rowsOfClass.map((row) => row[3]).filter((value) => value !== null && value!.trim() !== '')).size,
  );
  expect(figure(result, 'rows_in')).toBe(rows.length);
  expect(figure(result, 'rows_out')).toBe(found.length);
  expect(figure(result, 'k')).toBe(Math.min(...sizes));
  expect(figure(result, 'classes')).toBe(classes.size);
  expect(figure(result, 'l', 'address')).toBe(Math.min(...values.filter((count) => count > 0)));
  expect(figure(result, 't', 'address')).toBeCloseTo(Math.max(...distances), 9);
  expect(found.length).toBeGreaterThan(100);
  expect(found.length).toBeLessThan(rows.length);
}

/** Holds an engine's results to what is made here. */
function holds(results: ReadonlyMap<string, Result>, asked = all): void {
  expect([...results.keys()]).toEqual(asked.map(({ name }) => name));
  for (const { name } of asked)
    expect({ name, rows: results.get(name)!.rows }).toEqual({ name, rows: expectedOf(name) });
  checkFigures(results.get('suppress-small-classes')!);
  expect(figure(results.get('keep-rows')!, 'rows_not_chosen')).toBe(rows.length - expectedOf('keep-rows').length);
}

const padsOf = (script: CompiledScript): { name: string; inner: string; outer: string }[] =>
  script.compiled.keyNames.map((name) => ({
    name,
    inner: hmacPad(keyOf(name), hmacPadBytes.inner).toString('hex'),
    outer: hmacPad(keyOf(name), hmacPadBytes.outer).toString('hex'),
  }));

it('every operation that a query can do is here, and all others are refused by name', () => {
  const here = new Set([...Object.keys(recipesOfOperations), 'suppress-small-classes', 'keep-rows']);
  const refused = operations.map(({ id }) => id).filter((id) => !here.has(id));
  expect(refused.sort()).toEqual([
    'add-noise',
    'count-rows',
    'encrypt-format',
    'group-rows',
    'name-places',
    'narrow-tables',
    'pram',
    'sample-rows',
    'swap-ranks',
    'synthesise',
    'tokenise',
  ]);
  for (const op of refused) {
    const { examples } = operations.find(({ id }) => id === op)!;
    const { settings, columns: names } = examples[0]!;
    for (const target of ['duckdb', 'postgres', 'spark'] as const)
      expect(() =>
        compileScript(recipeOf([[op, settings as Record<string, unknown>]]), names, target, {
          referenceDate: '2024-02-29',
        }),
      ).toThrow(op);
  }
});

it.each(['epoch-seconds', 'epoch-milliseconds', 'month-name', 'mixed-d/m/y', 'mixed-m/d/y'])(
  'refuses dates written as %s where they would be read differently',
  (dateFormat) => {
    const recipe = recipeOf([['truncate-date', { columns: ['date'], dateFormat }]]);
    for (const target of ['postgres', 'spark'] as const) expect(() => compiledFor(recipe, target)).toThrow(dateFormat);
    expect(compiledFor(recipe, 'duckdb').text).toContain('custos_output');
  },
);

it('DuckDB by itself gives the same', async () => {
  const results = new Map<string, Result>();
  await duck.run('CREATE TEMP TABLE custos_pads (name VARCHAR, inner_pad BLOB, outer_pad BLOB)');
  await duck.run(
    `CREATE TEMP VIEW custos_source AS SELECT ${columns.map(({ name, physical }) => `${physical} AS "${name}"`).join(', ')} FROM source`,
  );
  for (const { name, recipe } of all) {
    const script = compiledFor(recipe, 'duckdb');
    for (const pad of padsOf(script))
      await duck.run('INSERT INTO custos_pads VALUES ($1, unhex($2), unhex($3))', [pad.name, pad.inner, pad.outer]);
    for (const statement of script.statements) await duck.run(statement);
    const found = await readRows(
      'custos_output',
      script.compiled.outputs.map((output) => output.name),
    );
    const checks = await duck.query<Record<string, string>>('SELECT figure, of_column, value FROM custos_checks');
    expect(checks.map((row) => `${row['figure']} ${row['of_column']}`).sort()).toEqual(
      script.figures.map(({ figure: told, column }) => `${told} ${column}`).sort(),
    );
    results.set(name, {
      rows: lines(found),
      checks: checks.map((row) => [row['figure']!, row['of_column']!, row['value']!]),
    });
    await duck.run('DELETE FROM custos_pads');
  }
  holds(results);
});

/** Rows in the text form of COPY, as a table of the session. */
function sourceOf(of: readonly Row[]): string {
  const signs: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  const escaped = (cell: string | null): string =>
    cell === null ? '\\N' : cell.replaceAll(/[\\\n\r\t]/g, (sign) => signs[sign]!);
  return (
    `CREATE TEMP TABLE custos_source (${hostileColumns.map((name) => `"${name}" text`).join(', ')});\n` +
    `COPY custos_source FROM STDIN;\n${of.map((row) => row.map(escaped).join('\t')).join('\n')}\n\\.\n`
  );
}

/** The pads of a script's keys as a table of the session. */
const padsTable = (script: CompiledScript): string =>
  'CREATE TEMP TABLE custos_pads (name text, inner_pad bytea, outer_pad bytea);\nCOPY custos_pads FROM STDIN;\n' +
  `${padsOf(script)
    .map((pad) => `${pad.name}\t\\\\x${pad.inner}\t\\\\x${pad.outer}\n`)
    .join('')}\\.\n`;

const parsed = (text: string): Row[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

describe('PostgreSQL', () => {
  const server = startPostgres();
  afterAll(() => ('close' in server ? server.close() : undefined));

  it('gives the same, and shows no pad', (context) => {
    if ('missing' in server) return context.skip(server.missing);
    const source = sourceOf(rows);
    const results = new Map<string, Result>();
    for (const { name, recipe } of all) {
      const script = compiledFor(recipe, 'postgres');
      const pads = padsOf(script);
      const names = script.compiled.outputs.map((output) => quoteIdentifier(output.name));
      const out = server.run(
        source +
          padsTable(script) +
          `${script.statements.join(';\n')};\n` +
          `SELECT json_build_array(${names.join(', ')}) FROM custos_output;\n\\echo ----\n` +
          'SELECT json_build_array(figure, of_column, value) FROM custos_checks;\n\\echo ----\n' +
          `EXPLAIN (VERBOSE${name === 'keyed-hash 1' ? ', ANALYZE' : ''}) SELECT * FROM custos_output;\n`,
      );
      const [found = '', checks = '', plan = ''] = out.split('----\n');
      results.set(name, { rows: lines(parsed(found)), checks: parsed(checks) as Result['checks'] });
      for (const pad of pads) expect(`${script.text}${plan}`).not.toMatch(new RegExp(`${pad.inner}|${pad.outer}`));
    }
    holds(results);
  });

  it('stops at a column that is no text', (context) => {
    if ('missing' in server) return context.skip(server.missing);
    const script = compileScript(recipeOf([['redact', { columns: ['a'] }]]), ['a', 'n'], 'postgres', {
      referenceDate: '2024-02-29',
    });
    expect(() =>
      server.run(`CREATE TEMP VIEW custos_source AS SELECT 'x' AS a, 1 AS n;\n${script.statements.join(';\n')};`),
    ).toThrow('collations are not supported by type integer');
  });
});

/** A file as it is generated everywhere: a line a number, made by arithmetic alone. */
const generated = {
  lines: 100_000,
  row: (at: number): Row => [
    `Kunde-${(at * 7919) % 1_000_003}İ`,
    `${1930 + (at % 80)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
    `${((at * 104_729) % 1_000_000) / 8}`,
    at % 17 === 0 ? null : `10.${at % 256}.${(at >> 8) % 256}.${at % 7}`,
    at % 19 === 0 ? '' : `p${at % 50_021}@Example.org`,
    `${at % 90}.${at % 1000},${at % 180}.5`,
    `g${(at * at) % 9973}`,
  ],
  recipe: recipeOf(
    [
      ['keyed-hash', { columns: ['text', 'mail'], normalise: 'trim-lowercase' }],
      ['age-bands', { columns: ['date'], from: 'date-of-birth' }],
      ['drop-columns', { columns: ['address', 'place'] }],
      ['suppress-small-classes', { columns: ['date', 'group'] }],
    ],
    { target: kTarget(2, 1) },
  ),
};
const digestOf = (found: readonly string[]): string => createHash('sha256').update(found.join('\n')).digest('hex');

it('the lines of a generated file have one SHA-256, here and on PostgreSQL', async (context) => {
  const server = startPostgres();
  if ('missing' in server) return context.skip(server.missing);
  try {
    const made = Array.from({ length: generated.lines }, (_, at) => generated.row(at));
    const compiled = compileRecipe(generated.recipe, columns, { referenceDate: generated.recipe.referenceDate });
    await installKeyedHash(duck, new Map(compiled.keyNames.map((key) => [key, keyOf(key)])));
    await duck.run(
      `CREATE TABLE generated AS SELECT ${columns.map(({ physical }, at) => `line[${at + 1}] AS ${physical}`).join(', ')} ` +
        `FROM (SELECT unnest(from_json($1::JSON, '[["VARCHAR"]]')) AS line)`,
      [JSON.stringify(made)],
    );
    const names = compiled.outputs.map(({ physical }) => physical);
    const everybody = await readRows(`(${writeDuckSql(compiled, 'generated')})`, names);
    const sizes = sizesOf(everybody, [1, 4]);
    const here = lines(everybody.filter((_, at) => sizes[at]! >= 2));
    const script = compiledFor(generated.recipe, 'postgres');
    const out = server.run(
      sourceOf(made) +
        padsTable(script) +
        `${script.statements.join(';\n')};\n` +
        `SELECT json_build_array(${compiled.outputs.map(({ name }) => quoteIdentifier(name)).join(', ')}) FROM custos_output;\n`,
    );
    const there = lines(parsed(out));
    expect(here.length).toBeGreaterThan(10_000);
    expect(here.length).toBeLessThan(generated.lines);
    expect({ lines: there.length, sha256: digestOf(there) }).toEqual({ lines: here.length, sha256: digestOf(here) });
  } finally {
    server.close();
  }
});

const forSpark =
  process.env['CUSTOS_SPARK_WHOLE'] === '1' ? all : all.filter(({ name }) => onSparkByDefault.includes(name));

describe('Spark', () => {
  const missing = sparkMissing();

  it('gives the same, and shows no pad', (context) => {
    if (missing !== null) return context.skip(missing);
    const folder = mkdtempSync(join(tmpdir(), 'custos-spark-rows-'));
    try {
      const at = (name: string): string => join(folder, name);
      const lineOf = (row: Row): string =>
        JSON.stringify(Object.fromEntries(hostileColumns.map((name, index) => [name, row[index]])));
      writeFileSync(at('source.json'), rows.map(lineOf).join('\n'));
      const scripts = forSpark.map(({ recipe }) => compiledFor(recipe, 'spark'));
      const answers = runSpark(
        scripts.map((script, index) => {
          const pads = padsOf(script).map(({ name, inner, outer }) => ({ name, inner_pad: inner, outer_pad: outer }));
          writeFileSync(at(`pads-${index}.json`), pads.map((pad) => `${JSON.stringify(pad)}\n`).join(''));
          return {
            views: {
              custos_source: at('source.json'),
              ...(pads.length === 0 ? {} : { custos_pads: at(`pads-${index}.json`) }),
            },
            statements: [
              ...script.statements,
              'SELECT * FROM custos_output',
              'SELECT * FROM custos_checks',
              'EXPLAIN EXTENDED SELECT * FROM custos_output',
            ],
          };
        }),
      );
      const results = new Map<string, Result>();
      for (const [index, answer] of answers.entries()) {
        if ('error' in answer) throw new Error(`${forSpark[index]!.name}: ${answer.error}`);
        const [found = [], checks = [], plan = []] = answer.rows;
        results.set(forSpark[index]!.name, { rows: lines(found), checks: checks as Result['checks'] });
        for (const { inner, outer } of padsOf(scripts[index]!))
          expect(`${scripts[index]!.text}${JSON.stringify(plan)}`.toLowerCase()).not.toMatch(
            new RegExp(`${inner}|${outer}`),
          );
      }
      holds(results, forSpark);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
