import { readdir } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();

function make(path: string, sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

/** A formula that would count for hours, or make a gigabyte for every row. */
const endless = "(length(hex(zeroblob(400000000))) + length(replace(hex(zeroblob(200000000)), '0', 'aaaa')))";

test('a formula in the file is not run: the column is left out and told, stored ones are read', async () => {
  const path = bench.place('a.sqlite');
  make(
    path,
    `CREATE TABLE t (a TEXT, b TEXT GENERATED ALWAYS AS (a || '!') STORED); INSERT INTO t(a) VALUES ('x'), ('y'); ` +
      `ALTER TABLE t ADD COLUMN c TEXT GENERATED ALWAYS AS ${endless} VIRTUAL`,
  );
  const table = await bench.readPath(path);
  expect([table.names, table.cells]).toEqual([
    ['a', 'b'],
    [
      ['x', 'x!'],
      ['y', 'y!'],
    ],
  ]);
  expect(table.warnings).toEqual([
    '1 column is worked out by a formula in the file and is not read: only plain formulas of a file from outside ' +
      'are run. Stored columns are all read.',
  ]);
});

test('views are not run and are told', async () => {
  const path = bench.place('b.sqlite');
  make(
    path,
    'CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1); CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ' +
      'ALL SELECT i + 1 FROM n) SELECT i FROM n',
  );
  const table = await bench.readPath(path);
  expect([table.names, table.warnings]).toEqual([['a'], ['1 view of the file is not offered: only tables are read.']]);
});

/**
 * The columns of a view over views over views: what SQLite looks for doubles with each, before any statement of ours
 * runs.
 */
const endlessViews =
  'CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1); CREATE VIEW v0 AS SELECT 1 AS a;' +
  `${Array.from({ length: 60 }, (_unused, at) => `CREATE VIEW v${at + 1} AS SELECT x.a FROM v${at} x, v` + `` + `${at} y;`).join('')}`;

test('a file whose schema is worked out for ever can be cancelled, and nothing of it stays', async () => {
  const path = bench.place('c.sqlite');
  make(path, endlessViews);
  const { code } = await bench.failure(path, { signal: AbortSignal.timeout(1000) });
  expect([code, await readdir(bench.work())]).toEqual(['JOB_CANCELLED', []]);
  await expect(sniffSource(path, { directory: bench.work(), signal: AbortSignal.timeout(1000) })).rejects.toMatchObject(
    { code: 'JOB_CANCELLED' },
  );
});

test('columns that double each other are refused before they take the memory', async () => {
  const path = bench.place('d.sqlite');
  const doubled = Array.from(
    { length: 8 },
    (_unused, at) => `g${at} TEXT AS (${at === 0 ? 'a' : `g${at - 1}`} || ${at === 0 ? 'a' : `g${at - 1}`}) VIRTUAL`,
  );
  make(path, `CREATE TABLE t (a TEXT, ${doubled.join(', ')}); INSERT INTO t(a) VALUES (hex(zeroblob(500000)))`);
  const { code, message } = await bench.failure(path);
  expect([code, message]).toEqual(['FILE_DAMAGED', expect.stringMatching(/memory|far larger/)]);
});

test('a cell that no row may hold is not fetched: its row is set aside with its length, the others are read', async () => {
  const path = bench.place('e.sqlite');
  make(
    path,
    "CREATE TABLE t (a TEXT, b BLOB); INSERT INTO t VALUES ('x', 'small'), ('y', zeroblob(200000000)), ('z', NULL)",
  );
  const table = await bench.readPath(path);
  expect([table.cells, table.rejects]).toEqual([
    [
      ['x', 'small'],
      ['z', null],
    ],
    { total: 1, listed: [expect.objectContaining({ line: 2, detail: expect.stringContaining('200,000,000 bytes') })] },
  ]);
});

test.each([
  ['signs to be cut off, gone through for each sign', 'trim(a, b)'],
  ['the same behind another function', 'rtrim(lower(a), b)'],
  ['more calls than a plain formula has', `${'lower('.repeat(120)}a${')'.repeat(120)}`],
])('a formula within every limit of size that is slow (%s) is not run', async (_what, formula) => {
  const path = bench.place('f.sqlite');
  make(path, `CREATE TABLE t (a TEXT, b TEXT, c TEXT AS (${formula}) VIRTUAL); INSERT INTO t(a, b) VALUES ('x', 'y')`);
  const table = await bench.readPath(path);
  expect([table.names, table.warnings]).toEqual([
    ['a', 'b'],
    [expect.stringContaining('1 column is worked out by a formula')],
  ]);
});

test('plain formulas are run', async () => {
  const path = bench.place('g.sqlite');
  make(
    path,
    `CREATE TABLE t (a TEXT, b TEXT, c TEXT AS (trim(a)) VIRTUAL, d TEXT AS (upper(a) || '-' || ` +
      `coalesce(ltrim("b"), '')) VIRTUAL); INSERT INTO t(a, b) VALUES (' x ', ' y')`,
  );
  expect((await bench.readPath(path)).cells).toEqual([[' x ', ' y', 'x', ' X -y']]);
});
