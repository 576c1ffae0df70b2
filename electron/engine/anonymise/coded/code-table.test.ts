import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck, tableOf, type TextRow } from '#test/support/duck-rows.ts';
import { codeTable } from './code-table.ts';
import { codeRows, type CodedTable } from './coded-table.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const read = ({ rows, columns }: CodedTable): TextRow[] =>
  Array.from({ length: rows }, (_, row) => columns.map(({ codes, values }) => values[codes[row]!] ?? null));

it('holds every cell, nothing among them, and lets go of what it made', async () => {
  const rows: TextRow[] = Array.from({ length: 5000 }, (_, at) => [
    at % 7 === 0 ? null : `value ${at % 3000}`,
    ['ß', 'İ', '', 'a', 'A', 'e\u0301', '\u00e9'][at % 7]!,
    null,
  ]);
  await tableOf(duck, 'cells', 3, rows);
  const columns = ['a', 'b', 'c'].map((name, at) => ({ name, sql: `c${at + 1}` }));
  const found = await codeTable({ duck, relation: 'cells', columns });
  expect(read(found)).toEqual(rows);
  expect(found.columns[2]!.values).toEqual([null]);
  expect(read(codeRows(['a', 'b', 'c'], rows))).toEqual(rows);
  const backwards = await codeTable({
    duck,
    relation: '(SELECT rowid AS rid, * FROM cells)',
    columns,
    orderBy: 'rid DESC',
  });
  expect(read(backwards)).toEqual(rows.toReversed());
  expect(await duck.query("SELECT type_name FROM duckdb_types() WHERE type_name LIKE 'coded%'")).toEqual([]);
});

it('reads no row and no column', async () => {
  await tableOf(duck, 'none', 1, []);
  expect(await codeTable({ duck, relation: 'none', columns: [{ name: 'a', sql: 'c1' }] })).toEqual({
    rows: 0,
    columns: [{ name: 'a', codes: new Uint16Array(), values: [] }],
  });
  expect((await codeTable({ duck, relation: 'none', columns: [] })).columns).toEqual([]);
});
