import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import { rowsAlone } from '#engine/privacy/measure/rows-alone.ts';
import { openTestDuck, tableOf, type TextRow } from '#test/support/duck-rows.ts';
import { seeded } from '#test/support/seeded.ts';
import { classifyRelation } from './run-classifier.ts';
import { aloneInCells } from './singling-out.ts';
import { slicesOf } from './slices.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

/** Rows of people alone over a set, by comparing every row with every other one. */
function aloneByHand(rows: TextRow[], set: readonly number[], person?: number): number {
  const who = (row: TextRow): string | null => (person === undefined ? null : row[person] || null);
  const alike = (one: TextRow, other: TextRow): boolean => set.every((at) => one[at] === other[at]);
  return rows.filter((row, at) => {
    if (person === undefined) return rows.every((other, place) => place === at || !alike(row, other));
    const people = new Set(rows.filter((other) => alike(row, other)).flatMap((other) => who(other) ?? []));
    return people.size <= 1;
  }).length;
}

/** A person's number that repeats, a town, an age and a code; cells are missing or empty here and there. */
function visits(seed: number, many: number): TextRow[] {
  const random = seeded(seed);
  const some = (values: number): string | null =>
    random() < 0.06 ? null : random() < 0.06 ? '' : String(Math.floor(random() ** 2 * values));
  return Array.from({ length: many }, () => [some(40), some(5), some(12), some(30)]);
}

const everySet = [[0], [1], [2], [3], [0, 1], [1, 2], [2, 3], [1, 2, 3], [0, 1, 2, 3]];
const column = (at: number) => ({ name: `c${at + 1}`, sql: `c${at + 1}` });

it.each([
  ['rows', undefined],
  ['people', 0],
])(
  'whoever is alone is counted as by hand, in %s: in a file, over all its rows and in a risk check',
  async (_, person) => {
    const rows = visits(7, 120);
    await tableOf(duck, 'visits', 4, rows);
    const byHand = everySet.map((set) => ({ rows: 120, alone: aloneByHand(rows, set, person) }));
    const cells = [0, 1, 2, 3].map((at) => rows.map((row) => row[at] ?? null));
    expect(aloneInCells(cells, everySet, person)).toEqual({ sets: byHand, people: person !== undefined });
    const who = person === undefined ? {} : { person: `c${person + 1}` };
    const sets = everySet.map((set) => set.map(column));
    expect(await rowsAlone(duck, 'visits', sets, who)).toEqual({ sets: byHand, people: person !== undefined });
    for (const [at, qi] of sets.entries()) {
      const id = person === undefined ? undefined : `nullif(c${person + 1}, '')`;
      expect((await measureRisk(duck, 'visits', { qi, person: id })).unique.rows).toBe(byHand[at]!.alone);
    }
  },
);

it('a slice of the classes tells about as many, also where one value fills most rows', async () => {
  await duck.run(
    'CREATE OR REPLACE TABLE long AS SELECT i::VARCHAR AS c1, (i // 2)::VARCHAR AS c2, ' +
      'CASE WHEN i % 10 = 0 THEN i::VARCHAR END AS c3 FROM range(20000) t(i)',
  );
  const slices = slicesOf(['c1', 'c2', 'c3'], [[0], [1], [2]], { rows: 20_000 });
  await duck.run(
    `CREATE OR REPLACE TABLE sliced AS SELECT ${slices.aggregate.join()} FROM (SELECT *, ${slices.classes.join()} FROM ` +
      `(SELECT *, ${slices.hashes.join()} FROM long))`,
  );
  const { sets } = await slices.read(duck, 'sliced', 20_000);
  const shares = sets.map(({ rows, alone }) => alone / rows);
  expect(shares[0]).toBe(1);
  expect(shares[1]).toBe(0);
  expect(shares[2]).toBeGreaterThan(0.085);
  expect(shares[2]).toBeLessThan(0.115);
});

it('all columns are ranked, whatever their class, with the rows that are alone in each', async () => {
  const rows: TextRow[] = Array.from({ length: 200 }, (_, row) => [
    `person${row}@example.org`,
    ['Anna', 'Carlos', 'Sophie', row < 4 ? `Rare${row}` : 'Laura'][row % 4]!,
    String(20 + (row % 45)),
    `SKU-${row % 150}`,
  ]);
  await tableOf(duck, 'people', 4, rows);
  const columns = ['email', 'first_name', 'age', 'product_code'].map((name, at) => ({
    name,
    physical: `c${at + 1}`,
    header: name,
  }));
  const { singlingOut, columns: found } = await classifyRelation(duck, 'people', columns, {
    policy: 'customer-tracking',
    today: '2026-06-01',
  });
  expect(found[0]?.class).toBe('linked');
  for (const { columns: names, alone, of, uniqueShare } of singlingOut) {
    const set = names.map((name) => columns.findIndex((one) => one.name === name));
    expect([alone, of]).toEqual([aloneByHand(rows, set), 200]);
    expect(uniqueShare).toBeCloseTo(alone! / 200, 4);
  }
  const single = singlingOut.filter(({ columns: names }) => names.length === 1).map(({ columns: [name] }) => name);
  const byHand = columns.flatMap(({ name }, at) => (aloneByHand(rows, [at]) > 0 ? [name] : []));
  expect(new Set(single)).toEqual(new Set(byHand));
  expect(single[0]).toBe('email');
});

it('of people with several rows each, who is alone is asked of people, in the columns that are ranked, too', async () => {
  const rows: TextRow[] = Array.from({ length: 120 }, (_, row) => [
    `C${100 + (row >> 1)}`,
    `person${row >> 1}@example.org`,
    ['Bonn', 'Lyon', 'Porto'][row % 3]!,
  ]);
  await tableOf(duck, 'orders', 3, rows);
  const columns = ['customer_id', 'email', 'city'].map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
  const { singlingOut, person } = await classifyRelation(duck, 'orders', columns, {
    policy: 'customer-tracking',
    today: '2026-06-01',
  });
  expect(person).toBe('customer_id');
  const told = new Map(singlingOut.map(({ columns: names, alone }) => [names.join(), alone]));
  expect([told.get('customer_id'), told.get('email')]).toEqual([aloneByHand(rows, [0], 0), aloneByHand(rows, [1], 0)]);
  expect(told.get('customer_id')).toBe(120);
});
