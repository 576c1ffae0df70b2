import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import type { IntakeProgress } from '#engine/intake/context.ts';
import { doubling, make, makeEndless, makeLongSchema } from './hostile-sqlite-files.ts';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();

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

test('views are not run unasked and are told', async () => {
  const path = bench.place('b.sqlite');
  make(
    path,
    'CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1); CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ' +
      'ALL SELECT i + 1 FROM n) SELECT i FROM n',
  );
  const table = await bench.readPath(path);
  expect([table.names, table.warnings]).toEqual([['a'], [expect.stringMatching(/^The file has 1 view, too: “v”/)]]);
});

test('views over views are not worked out, not even for their columns', async () => {
  const path = bench.place('c.sqlite');
  const views = Array.from(
    { length: 60 },
    (_unused, at) => `CREATE VIEW v${at + 1} AS SELECT x.a FROM v${at} x, v${at} y;`,
  );
  make(path, `CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1); CREATE VIEW v0 AS SELECT 1 AS a;${views.join('')}`);
  const table = await bench.readPath(path);
  expect([table.names, table.warnings]).toEqual([['a'], [expect.stringMatching(/^The file has 61 views, too/)]]);
});

test('virtual tables and the tables they are kept in are not offered, others of a like name are', async () => {
  const path = bench.place('c.sqlite');
  make(
    path,
    'CREATE VIRTUAL TABLE note USING fts5(body); CREATE TABLE note_old (a TEXT); INSERT INTO note_old VALUES (1);',
  );
  expect((await sniffSource(path, { directory: bench.work() })).tables).toEqual(['note_old']);
});

test('a reading that is cancelled leaves nothing', async () => {
  const path = bench.place('c.sqlite');
  make(
    path,
    'CREATE TABLE t (a TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) ' +
      'INSERT INTO t SELECT i FROM n',
  );
  const cancel = new AbortController();
  const onProgress = ({ unit }: IntakeProgress): void => {
    if (unit === 'rows') cancel.abort();
  };
  const { code } = await bench.failure(path, { signal: cancel.signal, onProgress });
  expect([code, await readdir(bench.work())]).toEqual(['JOB_CANCELLED', []]);
});

test('a table whose pages lead to each other is refused by the rows it cannot have', async () => {
  const path = bench.place('c.sqlite');
  makeEndless(path);
  const { code, message } = await bench.failure(path);
  expect([code, message]).toEqual(['FILE_DAMAGED', expect.stringContaining('SQLITE_CORRUPT')]);
});

test.each([
  ['in the file', false],
  ['in the log beside it', true],
])('a schema larger than any needs, %s, is refused before SQLite takes it in', async (_where, log) => {
  const path = bench.place('c.sqlite');
  makeLongSchema(path, log);
  const { code, message } = await bench.failure(path);
  expect([code, message]).toEqual(['FILE_DAMAGED', expect.stringContaining('more than 4 MiB')]);
});

test.each([
  ['doubles the text', 12, (before: string) => `${before} || ${before}`],
  ['doubles the work and nothing else', 12, (before: string) => `${before} + ${before}`],
  ['hides it in a case', 8, (before: string) => `CASE WHEN ${before} > 1 THEN ${before} ELSE ${before} || 'x' END`],
  ['writes its names in quotes', 12, (before: string) => `"${before.toUpperCase()}" || [${before}]`],
] as const)(
  'a chain of columns of which each %s is not run to its end, and what is stored is read',
  async (...chain) => {
    const [, columns, formula] = chain;
    const path = bench.place('d.sqlite');
    make(path, `CREATE TABLE t (a TEXT, ${doubling(columns, formula)}); INSERT INTO t(a) VALUES ('x')`);
    const table = await bench.readPath(path);
    expect(table.names).toContain('a');
    expect(table.names).not.toContain(`g${columns - 1}`);
    expect(table.warnings).toEqual([expect.stringContaining('columns are worked out by a formula')]);
  },
);

test('whether a formula is run depends on the largest cells that it is given', async () => {
  const names = async (row: string): Promise<string[]> => {
    const path = bench.place('d.sqlite');
    const columns = doubling(7, (before) => `${before} || ${before}`);
    make(path, `CREATE TABLE t (a TEXT, b TEXT, ${columns}); INSERT INTO t VALUES ('x', 'y'), (${row})`);
    return (await bench.readPath(path)).names;
  };
  expect(await names("'x', hex(zeroblob(500000))")).toHaveLength(9);
  expect(await names("hex(zeroblob(500000)), 'y'")).toEqual(['a', 'b']);
});

test('a row whose cells are too many together is not fetched', async () => {
  const path = bench.place('e.sqlite');
  const cells = Array.from({ length: 1200 }, (_unused, at) => `c${at}`);
  make(
    path,
    `CREATE TABLE t (${cells.join()}); INSERT INTO t(c1) VALUES ('x'); INSERT INTO t VALUES ` +
      `(${cells.map(() => 'zeroblob(20000)').join()}); INSERT INTO t(c1) VALUES ('z')`,
  );
  const table = await bench.readPath(path);
  expect(table.cells.map((row) => row[1])).toEqual(['x', 'z']);
  expect(table.rejects.listed).toEqual([
    expect.objectContaining({ line: 2, detail: expect.stringContaining('24,000,000 bytes') }),
  ]);
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
    { total: 1, listed: [expect.objectContaining({ line: 2, detail: expect.stringContaining('200,000,001 bytes') })] },
  ]);
});

test.each([
  ['signs to be cut off, gone through for each sign', 'trim(a, b)'],
  ['the same behind another function', 'rtrim(lower(a), b)'],
  [
    'more words than plain formulas have',
    Array.from({ length: 2100 }, () => 'a')
      .join(', ')
      .replace(/.*/, 'a IN ($&)'),
  ],
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

test('a view that somebody chooses is read, and one that stands alone', async () => {
  const path = bench.place('v.sqlite');
  make(
    path,
    'CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2), (3, 4); CREATE VIEW v AS SELECT b FROM t WHERE a > 1',
  );
  expect((await sniffSource(path, { directory: bench.work() })).tables).toEqual(['t', 'v']);
  const table = await bench.readPath(path, { options: { table: 'v' } });
  expect([table.names, table.cells]).toEqual([['b'], [['4']]]);
  const alone = bench.place('w.sqlite');
  make(alone, 'CREATE VIEW only AS SELECT 1 AS one UNION ALL SELECT 2');
  expect((await bench.readPath(alone)).cells).toEqual([['1'], ['2']]);
});
