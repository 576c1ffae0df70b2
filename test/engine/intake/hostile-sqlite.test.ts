import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
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
  make(path, `CREATE TABLE t (a TEXT, b TEXT GENERATED ALWAYS AS (a || '!') STORED); INSERT INTO t(a) VALUES ('x'), ('y'); ALTER TABLE t ADD COLUMN c TEXT GENERATED ALWAYS AS ${endless} VIRTUAL`);
  const table = await bench.readPath(path);
  expect([table.names, table.cells]).toEqual([['a', 'b'], [['x', 'x!'], ['y', 'y!']]]);
  expect(table.warnings).toEqual(['1 column is worked out by a formula in the file and is not read: only plain formulas of a file from outside are run. Stored columns are all read.']);
});

test('views are not run and are told', async () => {
  const path = bench.place('b.sqlite');
  make(path, 'CREATE TABLE t (a TEXT); INSERT INTO t VALUES (1); CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n');
  const table = await bench.readPath(path);
  expect([table.names, table.warnings]).toEqual([['a'], ['1 view of the file is not offered: only tables are read.']]);
});
