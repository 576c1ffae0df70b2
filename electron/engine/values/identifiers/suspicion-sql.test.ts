import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { suspicionSql, withSuspicion, type Suspicion } from './suspicion-sql.ts';

const directory = mkdtempSync(join(tmpdir(), 'custos-suspicion-'));
const suspects = new Map<number, Suspicion>([
  [0, 'signs'],
  [1, 'addresses'],
  [2, 'signs'],
  [3, 'any'],
]);
const texts = [
  'ada@example.org',
  'ada%40example.org',
  '+1 555 0100 200',
  '%2B4915112345678',
  '4111 1111 1111 1111',
  'DE89 3704 0044 0532 0130 00',
  '50 % off',
  'a + b',
  'nothing',
  '',
  null,
];

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ directory });
  await duck.run('CREATE TABLE t (c1 VARCHAR, c2 VARCHAR, c3 VARCHAR, c4 VARCHAR)');
  // Each text beside each other one, in every column.
  for (const [at, text] of texts.entries())
    for (const other of texts.keys())
      await duck.run('INSERT INTO t VALUES ($1, $2, $3, $4)', [
        text,
        texts[other]!,
        texts[(at + other) % texts.length]!,
        texts[(at * 3 + other) % texts.length]!,
      ]);
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true, force: true });
});

test.each([
  ['several columns', suspects],
  ['one column', new Map([[2, 'signs' as const]])],
])('looking at a whole row first suspects the same texts, in %s', async (_, asked) => {
  const list = ['c1', 'c2', 'c3', 'c4'];
  const { from, columns } = withSuspicion('t', list, asked);
  const own = [...asked].map(([at, suspicion]) => `${suspicionSql(list[at]!, suspicion)} AS s${at}`);
  const names = [...asked.keys()].map((at) => `s${at}`).join(', ');
  const rows = (sql: string) => duck.query(`SELECT c1, c2, c3, c4, ${names} FROM (${sql}) ORDER BY ALL`);
  const found = await rows(`SELECT *, ${columns.join(', ')} FROM ${from}`);
  expect(found).toEqual(await rows(`SELECT *, ${own.join(', ')} FROM t`));
  expect(found).toHaveLength(texts.length ** 2);
  expect(found.some((row) => row['s2'] === true)).toBe(true);
});
