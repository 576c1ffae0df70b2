import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import type { WrittenValues } from '#shared/domain/written-value.ts';
import { lookAtValues, type KnownValues } from './look-at-values.ts';
import { ValuesOnce } from './values-once.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const columns = ['plain', 'few', 'many', 'none'].map((name) => ({ name, sql: name }));
const tableOf = (rows: number): string =>
  `(SELECT 'v' || i % 50 AS plain, CASE WHEN i % 100 = 7 THEN 'write to ada@mail.test' ELSE 'v' || i % 50 END AS few, ` +
  `'person' || i || '@mail.test' AS many, NULL::VARCHAR AS none FROM range(${rows}) t(i))`;

it.each([200, 20_000])('finds in %i rows what a value holds that is rare, and what every one holds', async (rows) => {
  const { identifiers } = await lookAtValues(duck, tableOf(rows), columns);
  const emails = identifiers.filter(({ kind }) => kind === 'email');
  expect(emails).toEqual([
    { column: 'few', kind: 'email', rows: rows / 100, share: 0.01 },
    { column: 'many', kind: 'email', rows, share: 1 },
  ]);
  expect(identifiers.filter(({ column }) => column === 'plain' || column === 'none')).toEqual([]);
});

it('finds the same in the numbers of texts, and takes over what it knows of the same values alone', async () => {
  const rows = 20_000;
  await duck.run(`CREATE TEMP TABLE written AS SELECT * FROM ${tableOf(rows)}`);
  await duck.run('CREATE TYPE few_texts AS ENUM (SELECT DISTINCT few FROM written ORDER BY few)');
  await duck.run('CREATE TEMP TABLE numbers AS SELECT * REPLACE (few::few_texts AS few) FROM written');
  const plain = await lookAtValues(duck, 'written', columns);
  const known: KnownValues = new Map();
  const values = new ValuesOnce({
    duck,
    relation: 'written',
    coded: { relation: 'numbers', columns: new Set(['few']) },
  });
  expect(await lookAtValues(duck, 'written', columns, { values, known })).toEqual(plain);
  // What it knows decides nothing once a single cell is another.
  for (const [digest] of known) known.set(digest, { identifiers: [], sentences: [] });
  const emails = ({ identifiers }: WrittenValues) => identifiers.filter(({ column }) => column === 'few');
  expect(emails(await lookAtValues(duck, 'written', columns, { known }))).toEqual([]);
  await duck.run("UPDATE written SET few = 'v1' WHERE many = 'person7@mail.test'");
  const [found] = emails(await lookAtValues(duck, 'written', columns, { known }));
  expect(found).toMatchObject({ kind: 'email', rows: rows / 100 - 1 });
});
