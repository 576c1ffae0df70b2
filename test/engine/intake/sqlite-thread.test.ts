import { readdir } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { doubling, make, makeEndless } from './hostile-sqlite-files.ts';
import { intakeBench } from './open-table.ts';

/** As in a packaged app, which cannot start its reader as a process of its own. */
vi.hoisted(() => Object.defineProperty(process.versions, 'electron', { value: '0', configurable: true }));
afterAll(() => void Reflect.deleteProperty(process.versions, 'electron'));

const bench = intakeBench();

test('a chain of formulas is left out where the reader is a thread, and the next file is read', async () => {
  const path = bench.place('a.sqlite');
  const columns = doubling(8, (before) => `${before} || ${before}`);
  make(path, `CREATE TABLE t (a TEXT, ${columns}); INSERT INTO t(a) VALUES (hex(zeroblob(500000)))`);
  expect((await bench.readPath(path)).names).toEqual(['a']);
  const next = bench.place('b.sqlite');
  make(next, "CREATE TABLE t (a TEXT, b TEXT AS (upper(a)) VIRTUAL); INSERT INTO t(a) VALUES ('x')");
  expect((await bench.readPath(next)).cells).toEqual([['x', 'X']]);
});

test('no statement is without end: a thread could not be stopped in it', async () => {
  const path = bench.place('c.sqlite');
  makeEndless(path);
  expect((await bench.failure(path)).code).toBe('FILE_DAMAGED');
  expect(await readdir(bench.work())).toEqual([]);
});
