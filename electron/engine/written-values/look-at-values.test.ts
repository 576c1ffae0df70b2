import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { lookAtValues } from './look-at-values.ts';

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
