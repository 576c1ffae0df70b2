import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { fillCoded } from './code-as-filled.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const table = '"filled"';
const columns = ['o1', 'o2', 'o3', 'o4', 'o5'];

/**
 * o1 repeats itself with nothing and empty text in it; o2 has texts that the head has not; o3 does not repeat itself;
 * o4 repeats itself at the head only; o5 has a value further down alone.
 */
const rows = (count: number) => (limit?: number) =>
  `SELECT CASE WHEN i % 9 = 0 THEN NULL WHEN i % 9 = 1 THEN '' ELSE 'Zü''' || i % 9 END AS o1, 'v' || i // 25000 AS o2, ` +
  `'w' || i AS o3, CASE WHEN i < 25000 THEN 'x' || i % 50 ELSE 'y' || i END AS o4, CASE WHEN i = 70000 THEN 'alone' END AS ` +
  `o5, i % 7 = 0 AS kept FROM range(${Math.min(limit ?? count, count)}) t(i)`;

const textsOf = (relation: string): Promise<Record<string, unknown>[]> =>
  duck.query(
    `SELECT count(*) AS n, ${columns.map((sql) => `count(${sql}) AS ${sql}`).join(', ')}, sum(hash(r, kept, ` +
      `${columns.map((sql) => `${sql}::VARCHAR`).join(', ')}))::VARCHAR AS h FROM (SELECT rowid AS r, * FROM ${relation})`,
  );

it('fills in the same rows in the same order, with numbers for the texts that repeat themselves', async () => {
  await duck.run(`CREATE TEMP TABLE as_text AS ${rows(100_000)()}`);
  const coded = await fillCoded({ duck, table, columns, rows: rows(100_000) });
  expect([...coded].toSorted()).toEqual(['o1', 'o2']);
  expect(await textsOf(table)).toEqual(await textsOf('as_text'));
  const [types] = await duck.query(
    `SELECT ${columns.map((sql) => `typeof(${sql}) AS ${sql}`).join(', ')} FROM ${table}`,
  );
  expect(types).toMatchObject({ o1: expect.stringMatching(/^ENUM/), o3: 'VARCHAR', o4: 'VARCHAR', o5: 'VARCHAR' });
  expect(types!['o2']).toBe("ENUM('v0', 'v1', 'v2', 'v3')");
  // Nothing is left of what the columns were filled by.
  const [width] = await duck.query(`SELECT count(*) AS n FROM pragma_table_info('filled')`);
  expect(width).toEqual({ n: 6 });
  const left = await duck.query(
    `SELECT table_name AS t FROM duckdb_tables() WHERE table_name NOT IN ('filled', 'as_text')`,
  );
  expect(left).toEqual([]);
});

it('leaves few rows, and rows that the head says all of, as they are', async () => {
  for (const [count, expected] of [
    [9, []],
    [30_000, ['o1', 'o2']],
  ] as const) {
    await duck.run(`DROP TABLE IF EXISTS ${table}`);
    await duck.run(`CREATE OR REPLACE TEMP TABLE as_text AS ${rows(count)()}`);
    const coded = await fillCoded({ duck, table, columns: ['o1', 'o2', 'o3'], rows: rows(count) });
    expect([...coded].toSorted()).toEqual(expected);
    expect(await textsOf(table)).toEqual(await textsOf('as_text'));
  }
});
