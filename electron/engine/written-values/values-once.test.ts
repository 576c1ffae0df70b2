import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { parquet } from '#engine/release/formats/parquet.ts';
import { storedTypes } from '#engine/release/formats/stored-types.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { ValuesOnce } from './values-once.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const rows = 24_000;
/** `late` reads like numbers until its last row; `price` has one value with fewer places, `gap` one empty text. */
const cells = {
  few: "'v' || i % 7",
  number: 'i % 90 + 10',
  late: `CASE WHEN i = ${rows - 1} THEN 'x' ELSE (i % 90)::VARCHAR END`,
  price: `CASE WHEN i = ${rows - 2} THEN '1.5' ELSE (i % 50)::VARCHAR || '.25' END`,
  gap: `CASE WHEN i = 12 THEN '' ELSE (i % 50)::VARCHAR END`,
  holes: 'CASE WHEN i % 6 <> 0 THEN (i % 50)::VARCHAR END',
  each: 'i',
  seldom: 'CASE WHEN i < 20000 THEN i ELSE 1 END',
};
const names = Object.keys(cells);
const list = Object.entries(cells).map(([name, sql]) => `(${sql})::VARCHAR AS ${name}`);
const relation = `(SELECT ${list.join(', ')} FROM range(${rows}) t(i))`;

it('gathers the values of columns that repeat themselves, with their cells', async () => {
  const values = new ValuesOnce({ duck, relation });
  const gathered = await values.of(names);
  expect([...gathered.keys()]).toEqual(['few', 'number', 'late', 'price', 'gap', 'holes']);
  expect(gathered.get('gap')).toMatchObject({ filled: rows - 1 });
  expect(gathered.get('holes')).toMatchObject({ filled: (rows / 6) * 5 });
  expect(await duck.query(`SELECT v, n FROM ${gathered.get('few')!.table} ORDER BY v LIMIT 1`)).toEqual([
    { v: 'v0', n: Math.ceil(rows / 7) },
  ]);
  await values.drop();
});

it('finds the same of them as of every row', async () => {
  const values = new ValuesOnce({ duck, relation });
  const told = await values.ask(
    names.map((sql) => ({ sql })),
    (_, sql) => ({ most: `max(${sql})`, hasEmpty: `coalesce(bool_or(${sql} = ''), false)` }),
  );
  const [row] = await duck.query(
    `SELECT ${names.map((name) => `max(${name}) AS most_${name}, bool_or(${name} = '') AS empty_${name}`).join(', ')} ` +
      `FROM ${relation}`,
  );
  expect(told).toEqual(names.map((name) => ({ most: row![`most_${name}`], hasEmpty: row![`empty_${name}`] })));
  await values.drop();
});

it('a single cell far down decides what a column is stored as', async () => {
  const values = new ValuesOnce({ duck, relation });
  const types = await storedTypes(values, names, () => parquet.stores);
  expect(Object.fromEntries(names.map((name, at) => [name, types[at]]))).toEqual({
    few: null,
    number: 'integer',
    late: null,
    price: 'number',
    gap: null,
    holes: 'integer',
    each: 'integer',
    seldom: 'integer',
  });
  await values.drop();
});
