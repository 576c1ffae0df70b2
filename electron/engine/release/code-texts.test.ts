import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { CompiledRecipe } from '#shared/recipe/compile-recipe.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { KeptRows } from '../facts/kept-rows.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';
import { codeTexts } from './code-texts.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const count = 120_000;
const table = '"rows_to_code"';
/** o1 repeats itself, with nothing and empty text in it; o2 does not; o3 does and is only hashed when it is written. */
const rows = {
  rows: count,
  compiled: {
    outputs: ['o1', 'o2', 'o3'].map((physical) => ({ physical })),
    beside: [{ physical: 'b1' }],
  } as unknown as CompiledRecipe,
  hashes: [{ physical: 'o3', keyName: '', distinct: 9 }],
} as unknown as TransformedRows;

const digest = (relation: string): Promise<Record<string, unknown>[]> =>
  duck.query(
    `SELECT count(*) AS n, sum(hash(rid, o1, o2, o3, b1)) AS h, count(o1) AS o1, min(o1) AS least FROM ${relation}`,
  );

it('puts numbers in the place of texts that repeat themselves, and whoever reads the rows sees the texts', async () => {
  await duck.run(
    `CREATE TEMP TABLE ${table} AS SELECT CASE WHEN i % 9 = 0 THEN NULL WHEN i % 9 = 1 THEN '' ELSE 'Zü' || i % 9 END AS o1, ` +
      `'v' || i AS o2, 'p' || i % 9 AS o3, CASE WHEN i = 7 THEN 'alone' ELSE 'b' END AS b1 FROM range(${count}) t(i)`,
  );
  const kept = await KeptRows.of({ duck, table }, undefined);
  // The only row with a value may be one that is left out.
  await kept.run(`INSERT INTO ${kept.gone} VALUES (7), (${count - 1})`);
  kept.leaveOut();
  const before = [await digest(kept.relation), await digest(kept.leftOut!)];
  await codeTexts(rows, kept);
  expect([...kept.stored.coded].toSorted()).toEqual(['b1', 'o1']);
  expect([await digest(kept.relation), await digest(kept.leftOut!)]).toEqual(before);
  const [stored] = await duck.query(
    `SELECT typeof(o1) AS o1, typeof(o2) AS o2, typeof(o3) AS o3 FROM ${table} LIMIT 1`,
  );
  expect(stored).toMatchObject({ o1: expect.stringMatching(/^ENUM/), o2: 'VARCHAR', o3: 'VARCHAR' });
});

it('leaves few rows as they are', async () => {
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT 'a' AS o1, 'b' AS o2, 'c' AS o3, 'd' AS b1 FROM range(9)`,
  );
  const kept = await KeptRows.of({ duck, table }, undefined);
  await codeTexts({ ...rows, rows: 9 }, kept);
  expect(kept.stored.coded.size).toBe(0);
});
