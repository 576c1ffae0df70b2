import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import {
  parquetFooter,
  parquetParts,
  readCsv,
  readJsonArray,
  readJsonLines,
  readParquet,
} from '#engine/analysis/readers.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();
const engine = new URL('../../../electron/engine/', import.meta.url).pathname;
const reading = {
  columns: ['c1'],
  delimiter: ',',
  quote: '"',
  escape: '"',
  header: false,
  newLine: '\\n',
  fillShort: false,
  parallel: true,
  longestLine: 3_000_000,
  buffer: 40_000_000,
} as const;

/** What each reading function is told, and the options of the engine that are left alone, each with the reason. */
const readers: Record<string, { sql: string; left: Record<string, string> }> = {
  read_csv: {
    sql: readCsv('x', reading),
    left: {
      col0: 'the path',
      all_varchar: 'every column has its type stated',
      auto_type_candidates: 'nothing is detected',
      sample_size: 'nothing is detected',
      files_to_sniff: 'nothing is detected',
      column_names: 'columns states them',
      names: 'columns states them',
      column_types: 'columns states them',
      dtypes: 'columns states them',
      types: 'columns states them',
      sep: 'another word for delim',
      dateformat: 'every column is text',
      timestampformat: 'every column is text',
      decimal_separator: 'every column is text',
      thousands: 'every column is text',
      force_not_null: 'nothing between delimiters is NULL',
      hive_types: 'no column comes from the path',
      maximum_line_size: 'another word for max_line_size',
      rejects_limit: 'nothing is rejected in silence',
      rejects_scan: 'nothing is rejected in silence',
      rejects_table: 'nothing is rejected in silence',
      strict_mode: 'it is on; said aloud the engine finds no row between line ends of two signs',
    },
  },
  read_parquet: {
    sql: readParquet('x'),
    left: {
      col0: 'the path',
      can_have_nan: 'a hint for statistics',
      compression: 'stated in the file',
      debug_use_openssl: 'nothing encrypted is read',
      encryption_config: 'nothing encrypted is read',
      explicit_cardinality: 'a hint for the planner',
      hive_types: 'no column comes from the path',
      parquet_version: 'for writing',
      schema: 'the file has its own',
    },
  },
  read_ndjson_objects: {
    sql: readJsonLines('x', 1000),
    left: { col0: 'the path', hive_types: 'no column comes from the path' },
  },
  read_json_objects: {
    sql: readJsonArray('x', 1000),
    left: { col0: 'the path', hive_types: 'no column comes from the path' },
  },
  parquet_file_metadata: { sql: parquetFooter('x'), left: { col0: 'the path' } },
  parquet_metadata: { sql: parquetParts('x'), left: { col0: 'the path' } },
};

async function optionsOf(name: string): Promise<string[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = await connection.runAndReadAll(
    `SELECT DISTINCT unnest(parameters) AS name FROM duckdb_functions() WHERE function_name = '${name}'`,
  );
  connection.closeSync();
  return rows.getRows().map(([option]) => String(option));
}

test.each(Object.entries(readers))(
  'every option of %s is set or left alone for a reason',
  async (name, { sql, left }) => {
    const set = [...sql.matchAll(/(\w+) = /g)].map(([, option]) => option!);
    const options = await optionsOf(name);
    expect(options.length).toBeGreaterThan(0);
    expect(options.filter((option) => !set.includes(option) && left[option] === undefined)).toEqual([]);
    expect([...set, ...Object.keys(left)].filter((option) => !options.includes(option))).toEqual([]);
    expect(set.filter((option) => left[option] !== undefined)).toEqual([]);
  },
);

test('no other file of the engine names a reading function', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const found = await connection.runAndReadAll(
    "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type = 'table' AND " +
      "regexp_matches(function_name, '^(read_|parquet_|sniff_|glob$|sqlite_|arrow_|json_execute)')",
  );
  connection.closeSync();
  const names = found.getRows().map(([name]) => String(name));
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const called = files.flatMap((file) =>
    names
      .filter((name) => new RegExp(`\\b${name}\\s*\\(`).test(readFileSync(join(engine, file), 'utf8')))
      .map((name) => `${file}: ${name}`),
  );
  expect(called.filter((one) => !one.startsWith('analysis/readers.ts: '))).toEqual([]);
  expect(called.map((one) => one.split(': ')[1]!).sort()).toEqual(Object.keys(readers).sort());
  const bare = files.filter((file) =>
    /\b(?:FROM|JOIN) '[^']*\.(?:csv|tsv|parquet|json|jsonl|ndjson)'/.test(readFileSync(join(engine, file), 'utf8')),
  );
  expect(bare).toEqual([]);
});

test.each([
  ['\\n', '\n'],
  ['\\r\\n', '\r\n'],
  ['\\r', '\r'],
] as const)('all rows between the line ends %s are read', async (newLine, end) => {
  const path = join(bench.root(), `ends${end.length}${end.codePointAt(0)}.csv`);
  await writeFile(path, ['a,b', ...Array.from({ length: 30 }, (_, row) => `${row}, x`), ''].join(end));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = await connection.runAndReadAll(
    'SELECT count(*) AS n FROM ' +
      `${readCsv(path, { columns: ['c1', 'c2'], delimiter: ',', quote: '"', escape: '"', header: true, newLine, fillShort: false, parallel: true })}` +
      '',
  );
  connection.closeSync();
  expect(Number(read.getRows()[0]![0])).toBe(30);
});

describe('nothing of a path becomes data', () => {
  const folders = ['email=ada@example.org', 'region=EU/year=2026', 'a[1]', 'x*', 'q?', 'filename=z'];
  test.each(folders)('a folder called %s', async (folder) => {
    const directory = join(bench.root(), `f${folders.indexOf(folder)}`, folder);
    await mkdir(directory, { recursive: true });
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `COPY (SELECT 'p' || i || '@example.org' AS email, i AS year, 'own' AS filename FROM range(5) t(i)) TO ` +
        `'${directory}/h.parquet' (FORMAT parquet)`,
    );
    connection.closeSync();
    await writeFile(join(directory, 'h.csv'), 'email,year\np0@example.org,0\np1@example.org,1\n');
    await writeFile(
      join(directory, 'h.jsonl'),
      '{"email":"p0@example.org","year":0}\n{"email":"p1@example.org","year":1}\n',
    );
    const parquet = await bench.readPath(join(directory, 'h.parquet'));
    expect([parquet.names, parquet.cells.map(([email]) => email)]).toEqual([
      ['email', 'year', 'filename'],
      [0, 1, 2, 3, 4].map((at) => `p${at}@example.org`),
    ]);
    for (const name of ['h.csv', 'h.jsonl'])
      expect((await bench.readPath(join(directory, name), { directory })).cells).toEqual([
        ['p0@example.org', '0'],
        ['p1@example.org', '1'],
      ]);
  });

  test.each(['a*.parquet', 'x[1].parquet', 'q?.parquet'])(
    'a file called %s is that file and no other',
    async (name) => {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      const directory = join(bench.root(), 'patterns');
      await mkdir(directory, { recursive: true });
      for (const other of ['ab.parquet', 'x1.parquet', 'qq.parquet'])
        await connection.run(`COPY (SELECT 'other' AS who) TO '${directory}/${other}' (FORMAT parquet)`);
      await connection.run(`COPY (SELECT 'this' AS who) TO '${directory}/${name}' (FORMAT parquet)`);
      connection.closeSync();
      expect((await bench.readPath(join(directory, name))).cells).toEqual([['this']]);
    },
  );
});
