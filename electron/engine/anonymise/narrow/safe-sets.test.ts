import { expect, it } from 'vitest';
import { codeRows, type CodedTable } from '../coded/coded-table.ts';
import { below, seededBits } from '../noise/random-bits.ts';
import { safeSets } from './safe-sets.ts';

/** Rows in classes of fewer than k people, counted anew from the cells. */
function smallRows(table: CodedTable, columns: readonly number[], k: number, people?: Uint32Array): number {
  const classes = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row += 1) {
    const key = columns.map((column) => table.columns[column]!.codes[row]).join();
    classes.set(key, [...(classes.get(key) ?? []), row]);
  }
  return [...classes.values()]
    .filter((rows) => new Set(people ? rows.map((row) => people[row]) : rows).size < k)
    .reduce((sum, rows) => sum + rows.length, 0);
}

function randomTable(seed: number): { table: CodedTable; people: Uint32Array } {
  const bits = seededBits(seed);
  const count = 40 + below(bits, 120);
  const sizes = Array.from({ length: 5 }, () => 1 + below(bits, 5));
  const rows = Array.from({ length: count }, () =>
    sizes.map((size) => `${Math.min(below(bits, size), below(bits, size))}`),
  );
  const people = Uint32Array.from({ length: count }, () => 1000 + below(bits, 50));
  return { table: codeRows(['a', 'b', 'c', 'd', 'e'], rows), people };
}

it('finds exactly the sets that counting all sets finds, for rows and for people', async () => {
  let [found, missed] = [0, 0];
  for (let seed = 1; seed <= 40; seed += 1) {
    const { table, people } = randomTable(seed);
    const [k, suppression, most] = [2 + (seed % 4), [0, 0.05, 0.2][seed % 3]!, 1 + (seed % 5)];
    const who = seed % 2 === 0 ? { people } : {};
    const expected = Array.from({ length: 31 }, (_, at) => [0, 1, 2, 3, 4].filter((column) => ((at + 1) >> column) & 1))
      .map((columns) => ({ columns, leftOut: smallRows(table, columns, k, who.people) }))
      .filter(({ columns, leftOut }) => columns.length <= most && leftOut <= suppression * table.rows)
      .sort((a, b) => a.columns.length - b.columns.length || (a.columns.join() < b.columns.join() ? -1 : 1));
    expect(await safeSets(table, { k, suppression, most, ...who })).toEqual(expected);
    found += expected.length;
    missed += 31 - expected.length;
  }
  expect(Math.min(found, missed)).toBeGreaterThan(100);
});

it('takes no columns, no rows and a k that nothing reaches', async () => {
  expect(await safeSets({ rows: 0, columns: [] }, { k: 5, suppression: 0, most: 3 })).toEqual([]);
  const { table } = randomTable(1);
  expect(await safeSets(table, { k: 1000, suppression: 0, most: 3 })).toEqual([]);
  const empty = codeRows(['a', 'b'], []);
  expect(await safeSets(empty, { k: 5, suppression: 0, most: 2 })).toHaveLength(3);
});

it.each([
  [{ k: 0, suppression: 0, most: 1 }, /^k has to be/],
  [{ k: 2.5, suppression: 0, most: 1 }, /^k has to be/],
  [{ k: 2, suppression: 1.1, most: 1 }, /^The share of rows/],
  [{ k: 2, suppression: NaN, most: 1 }, /^The share of rows/],
  [{ k: 2, suppression: 0, most: 0 }, /^The most columns/],
])('refuses %j', async (input, sentence) => {
  await expect(safeSets(randomTable(1).table, input)).rejects.toThrow(sentence);
});

it('takes tables of many columns', async () => {
  const names = Array.from({ length: 60 }, (_, column) => `c${column}`);
  const rows = [names, names, names.with(59, 'another')];
  const sets = await safeSets(codeRows(names, rows), { k: 2, suppression: 0, most: 3 });
  // All sets of up to three of the first 59 columns.
  expect(sets).toHaveLength(59 + (59 * 58) / 2 + (59 * 58 * 57) / 6);
});

it('says so where there are more sets than it can hold', async () => {
  const names = Array.from({ length: 17 }, (_, column) => `c${column}`);
  const table = codeRows(names, [names, names]);
  await expect(safeSets(table, { k: 2, suppression: 0, most: 17 })).rejects.toThrow(/^More than 100,000 sets/);
});

it('ends when it is cancelled', async () => {
  const stop = AbortSignal.abort();
  await expect(safeSets(randomTable(1).table, { k: 2, suppression: 0, most: 3, signal: stop })).rejects.toMatchObject({
    code: 'JOB_CANCELLED',
  });
});
