import { expect, it } from 'vitest';
import { Failure } from '#shared/contract/failure.ts';
import { membersOf, partitions, seeds, tinyTable } from '#test/support/tiny-tables.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { groupRows } from './group-rows.ts';
import { seededRandom } from './seeded-random.ts';

/** Counted anew, cell by cell. */
function costOf({ rows, columns }: CodedTable, groups: readonly (readonly number[])[]): [ncp: number, exact: number] {
  let [lost, exact] = [0, 0];
  for (const members of groups)
    for (const { codes, values } of columns) {
      const different = new Set(members.map((row) => codes[row])).size;
      lost += members.length * (values.length > 1 ? (different - 1) / (values.length - 1) : 0);
      if (different === 1) exact += members.length;
    }
  return [lost / (rows * columns.length), exact / (rows * columns.length)];
}

it('parts tiny tables into groups of k, never better than the best partition, and counts what it costs', async () => {
  let [found, possible] = [0, 0];
  for (const [seed, random] of seeds(40)) {
    const rows = 4 + Math.floor(random() * 5);
    const table = tinyTable(random, rows, [2, 3, 5, 1]);
    const k = 2 + (seed % 2);
    let best = Infinity;
    for (const part of partitions(rows))
      if (part.every((group) => group.length >= k)) best = Math.min(best, costOf(table, part)[0]);
    for (const effort of ['quick', 'long'] as const) {
      const { groupOf, groups, ncp, exact } = await groupRows(table, { k, seed, effort });
      const members = membersOf(groupOf);
      expect(members).toHaveLength(groups);
      expect(Math.min(...members.map((group) => group.length))).toBeGreaterThanOrEqual(k);
      const counted = costOf(table, members);
      expect(ncp).toBeCloseTo(counted[0], 12);
      expect(exact).toBeCloseTo(counted[1], 12);
      expect(ncp).toBeGreaterThanOrEqual(best - 1e-12);
      if (effort === 'long') found += ncp;
    }
    possible += best;
  }
  expect(found / possible).toBeLessThan(1.05);
});

it('loses less with much effort, and the same input and seed give the same groups, in workers too', async () => {
  const table = tinyTable(
    seededRandom(7),
    1100,
    Array.from({ length: 20 }, (_, at) => 2 + (at % 6)),
  );
  const quick = await groupRows(table, { k: 5, seed: 3 });
  expect(await groupRows(table, { k: 5, seed: 3 })).toEqual(quick);
  const other = await groupRows(table, { k: 5, seed: 4 });
  expect(other.groupOf).not.toEqual(quick.groupOf);
  const small = tinyTable(seededRandom(8), 150, [2, 3, 4, 5, 6]);
  const [hasty, thorough] = [
    await groupRows(small, { k: 4, seed: 1 }),
    await groupRows(small, { k: 4, seed: 1, effort: 'long' }),
  ];
  expect(thorough.ncp).toBeLessThan(hasty.ncp);
  expect(await groupRows(small, { k: 4, seed: 1, effort: 'long' })).toEqual(thorough);
});

it('counts people, and parts the rows of none', async () => {
  for (const [seed, random] of seeds(25)) {
    const rows = 60;
    const table = tinyTable(random, rows, [2, 4, 7]);
    const people = Uint32Array.from({ length: rows }, () => (random() < 0.2 ? 0 : 1 + Math.floor(random() * 20)));
    const k = 3;
    const effort = seed % 2 === 0 ? 'quick' : 'long';
    const { groupOf, ncp } = await groupRows(table, { k, seed, people, effort });
    const members = membersOf(groupOf);
    for (const group of members) {
      const named = new Set(group.map((row) => people[row]!).filter((person) => person > 0));
      expect(named.size).toBeGreaterThanOrEqual(k);
    }
    for (let person = 1; person <= 20; person += 1)
      expect(new Set([...groupOf].filter((_, row) => people[row] === person)).size).toBeLessThanOrEqual(1);
    expect(ncp).toBeCloseTo(costOf(table, members)[0], 12);
  }
});

it('keeps one person with half of all rows together', async () => {
  const table = tinyTable(seededRandom(1), 40, [3, 3]);
  const people = Uint32Array.from({ length: 40 }, (_, row) => (row < 20 ? 1 : row));
  const { groupOf } = await groupRows(table, { k: 5, seed: 1, people });
  expect(new Set(groupOf.slice(0, 20)).size).toBe(1);
});

/** Half the sum of the differences of two distributions, or along an order the mean of the running sums. */
function distance(group: number[], all: number[], values: number, ordered: boolean): number {
  const share = (list: number[], value: number): number => list.filter((one) => one === value).length / list.length;
  let [sum, running] = [0, 0];
  for (let value = 0; value < values; value += 1) {
    const apart = share(group, value) - share(all, value);
    running += apart;
    sum += Math.abs(ordered ? running : apart);
  }
  return ordered ? sum / (values - 1) : sum / 2;
}

it('keeps every group to what is asked of protected columns', async () => {
  for (const [seed, random] of seeds(12)) {
    const rows = 100;
    const table = tinyTable(random, rows, [2, 3, 4, 6]);
    const codes = Uint16Array.from({ length: rows }, () => Math.floor(random() * random() * 5));
    const all = [...codes];
    const ordered = seed % 2 === 0;
    const [l, alpha, t] = [[3, 1, 1] as const, [1, 0.6, 1] as const, [1, 1, 0.25] as const, [2, 0.7, 0.3] as const][
      seed % 4
    ]!;
    const effort = seed % 3 === 0 ? 'long' : 'quick';
    const { groupOf } = await groupRows(table, { k: 4, seed, effort, protect: [{ codes, l, alpha, t, ordered }] });
    for (const group of membersOf(groupOf)) {
      const own = group.map((row) => codes[row]!);
      expect(own.length).toBeGreaterThanOrEqual(4);
      expect(new Set(own).size).toBeGreaterThanOrEqual(l);
      for (const value of own)
        expect(own.filter((one) => one === value).length / own.length).toBeLessThanOrEqual(alpha + 1e-9);
      expect(distance(own, all, 5, ordered)).toBeLessThanOrEqual(t + 1e-9);
    }
  }
});

it('cuts tables into blocks without losing a row, each group of k and to its models', async () => {
  const rows = 3000;
  const random = seededRandom(5);
  const table = tinyTable(random, rows, [2, 3, 3, 9]);
  const codes = Uint16Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? 1 : 0));
  const models = await groupRows(table, { k: 5, seed: 1, atOnce: 200, protect: [{ codes, l: 2 }] });
  expect(membersOf(models.groupOf)).toHaveLength(models.groups);
  for (const group of membersOf(models.groupOf)) {
    expect(group.length).toBeGreaterThanOrEqual(5);
    expect(new Set(group.map((row) => codes[row])).size).toBe(2);
  }
  const people = Uint32Array.from({ length: rows }, () => (random() < 0.3 ? 0 : 1 + Math.floor(random() * 1500)));
  const named = await groupRows(table, { k: 5, seed: 1, atOnce: 200, people });
  for (const group of membersOf(named.groupOf))
    expect(new Set(group.map((row) => people[row]!).filter((person) => person > 0)).size).toBeGreaterThanOrEqual(5);
  const groupOfPerson = new Map<number, number>();
  for (const [row, person] of people.entries()) {
    if (person === 0) continue;
    if (!groupOfPerson.has(person)) groupOfPerson.set(person, named.groupOf[row]!);
    expect(groupOfPerson.get(person) === named.groupOf[row]).toBe(true);
  }
  const plain = await groupRows(table, { k: 5, seed: 1, atOnce: 200 });
  expect(plain.ncp).toBeCloseTo(costOf(table, membersOf(plain.groupOf))[0], 12);
  expect(Math.min(...membersOf(plain.groupOf).map((group) => group.length))).toBeGreaterThanOrEqual(5);
  expect(plain.ncp).toBeLessThan((await groupRows(table, { k: 5, seed: 1 })).ncp * 1.1);
});

it('takes a table of nothing, of one value, and of nothing but different values', async () => {
  expect(await groupRows({ rows: 0, columns: [] }, { k: 5, seed: 1 })).toEqual({
    groupOf: new Uint32Array(),
    groups: 0,
    ncp: 0,
    exact: 1,
  });
  const alike = await groupRows(tinyTable(seededRandom(1), 9, [1, 1]), { k: 3, seed: 1 });
  expect([alike.ncp, alike.exact]).toEqual([0, 1]);
  const codes = Uint16Array.from({ length: 8 }, (_, row) => row);
  const unlike = { rows: 8, columns: [{ name: 'id', codes, values: [...'abcdefgh'] }] };
  expect((await groupRows(unlike, { k: 4, seed: 1 })).ncp).toBeCloseTo(3 / 7, 12);
});

it('refuses what cannot be, and ends when it is cancelled', async () => {
  const table = tinyTable(seededRandom(1), 6, [2, 2]);
  const refused = async (options: Partial<Parameters<typeof groupRows>[1]>): Promise<unknown> =>
    groupRows(table, { k: 2, seed: 1, ...options }).then(
      () => 'grouped',
      (error: unknown) => (error instanceof Failure ? [error.code, error.message] : error),
    );
  expect(await refused({ k: 7 })).toEqual(['TARGET_MISSED', expect.stringContaining('6 rows')]);
  const people = Uint32Array.from([1, 1, 1, 2, 0, 0]);
  expect(await refused({ k: 3, people })).toEqual(['TARGET_MISSED', expect.stringContaining('2 people')]);
  const codes = new Uint16Array(6);
  expect(await refused({ protect: [{ codes, l: 2 }] })).toEqual(['TARGET_MISSED', expect.any(String)]);
  const large = tinyTable(
    seededRandom(1),
    12_000,
    Array.from({ length: 30 }, () => 9),
  );
  const stop = new AbortController();
  const running = groupRows(large, { k: 5, seed: 1, effort: 'long', signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  await expect(running).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
});
