import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { KeptRows } from '#engine/facts/kept-rows.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { putCells, putLines } from './rows-in-hand.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const outputs = ['o1', 'o2', 'o3'].map((physical) => ({ name: physical, physical }));
const rowsOf = (relation: string | null) =>
  duck.query(`SELECT rid, o1, o2, o3, x, typeof(o1) AS kind FROM ${relation} ORDER BY rid`);

it('lets rows read their lines, keeps those that are gone, and does so again', async () => {
  const table = '"release_lines"';
  await duck.run(
    `CREATE TEMP TABLE ${table} AS SELECT 'a' || i AS o1, CASE WHEN i = 1 THEN NULL ELSE 'b' || i END AS o2, ` +
      `NULL::VARCHAR AS o3, i * 10 AS x FROM range(6) t(i)`,
  );
  const rows = await KeptRows.of({ duck, table }, undefined);
  await duck.run(`INSERT INTO ${rows.gone} VALUES (1), (4)`);
  rows.leaveOut();
  const lines = [
    ['z', 'same', null],
    ['y | x', null, null],
  ];
  // Rows 0, 2, 3 and 5 are left, in this order.
  const lineOf = Uint32Array.of(1, 0, 0, 1);
  const columns = [
    { values: ['z', 'y | x'], codes: Uint32Array.of(0, 1) },
    { values: [null, 'same'], codes: Uint32Array.of(1, 0) },
    { values: [null], codes: Uint32Array.of(0, 0) },
  ];
  await putLines({ rows, outputs }, { lineOf, columns });
  const read = (rid: number, [o1, o2, o3]: (string | null)[]) => ({ rid, o1, o2, o3, x: rid * 10, kind: 'VARCHAR' });
  expect(await rowsOf(rows.relation)).toEqual([0, 2, 3, 5].map((rid, at) => read(rid, lines[lineOf[at]!]!)));
  expect(await rowsOf(rows.leftOut)).toEqual([read(1, ['a1', null, null]), read(4, ['a4', 'b4', null])]);
  const { relation, coded } = rows.stored;
  expect([...coded]).toEqual(['o1', 'o2', 'o3']);
  expect(await duck.query(`SELECT rid, o1::VARCHAR AS o1 FROM ${relation} ORDER BY rid LIMIT 1`)).toEqual([
    { rid: 0, o1: 'y | x' },
  ]);

  await putCells({ rows, outputs: outputs.slice(1) }, 4, (row, output) => `${output} of ${row}`);
  const moved = [0, 2, 3, 5].map((rid, at) => read(rid, [lines[lineOf[at]!]![0]!, `0 of ${at}`, `1 of ${at}`]));
  expect(await rowsOf(rows.relation)).toEqual(moved);
  expect(await rowsOf(rows.leftOut)).toEqual([read(1, ['a1', null, null]), read(4, ['a4', 'b4', null])]);
  expect(await rowsOf(rows.relationBut(0))).toHaveLength(6);
  expect(
    await duck.query("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE '%line\\_%' ESCAPE '\\'"),
  ).toEqual([]);
});
