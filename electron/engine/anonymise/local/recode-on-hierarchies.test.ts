import { expect, it } from 'vitest';
import { membersOf, partitions, seeds } from '#test/support/tiny-tables.ts';
import type { CodedHierarchy } from '../coded/coded-hierarchy.ts';
import { recodeOnHierarchies, type RecodedOnHierarchies } from './recode-on-hierarchies.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import type { HierarchyColumn } from './tree-columns.ts';

/** A hierarchy from the paths of its leaves, the root last; the values are the leaves that `values` names. */
function hierarchyOf(column: string, paths: readonly (readonly string[])[], values: readonly string[]): CodedHierarchy {
  const levels = paths[0]!.map((_, level) => {
    const labels = [...new Set(paths.map((path) => path[level]!))];
    const leaves = Uint32Array.from(labels, (label) => paths.filter((path) => path[level] === label).length);
    const of = Uint32Array.from(values, (value) => labels.indexOf(paths.find((path) => path[0] === value)![level]!));
    return { labels, of, leaves };
  });
  return { column, levels, domain: paths.length };
}

/** Seven leaves, three pairs and one alone, which is called the same a level up; one leaf no row has. */
const places = hierarchyOf(
  'place',
  [
    ['a', 'ab', 'left', '*'],
    ['b', 'ab', 'left', '*'],
    ['c', 'cd', 'left', '*'],
    ['d', 'cd', 'left', '*'],
    ['e', 'ef', 'right', '*'],
    ['f', 'ef', 'right', '*'],
    ['g', 'g', 'right', '*'],
  ],
  ['a', 'b', 'c', 'd', 'e', 'g'],
);
const sexes = hierarchyOf(
  'sex',
  [
    ['f', '*'],
    ['m', '*'],
  ],
  ['f', 'm'],
);

const randomColumns = (random: Random, rows: number): HierarchyColumn[] =>
  [places, sexes, places].map((hierarchy) => ({
    codes: Uint16Array.from({ length: rows }, () => Math.floor(random() * hierarchy.levels[0]!.of.length)),
    hierarchy,
  }));

/** (leaves − 1) / (domain − 1) of the lowest label that all values of a group share. */
function labelCost({ levels, domain }: CodedHierarchy, codes: readonly number[]): number {
  const level = levels.find(({ of }) => codes.every((code) => of[code] === of[codes[0]!]))!;
  return (level.leaves[level.of[codes[0]!]!]! - 1) / (domain - 1);
}

const costOf = (columns: readonly HierarchyColumn[], groups: readonly (readonly number[])[]): number =>
  groups.reduce(
    (sum, rows) =>
      sum +
      columns.reduce(
        (more, { codes, hierarchy }) =>
          more +
          rows.length *
            labelCost(
              hierarchy,
              rows.map((row) => codes[row]!),
            ),
        0,
      ),
    0,
  ) /
  (columns[0]!.codes.length * columns.length);

/** What rows read, and what that costs, from the labels alone; throws where a label is not above its cell. */
function published(
  columns: readonly HierarchyColumn[],
  { level, label }: RecodedOnHierarchies,
): { rows: string[]; ncp: number } {
  const count = columns[0]!.codes.length;
  let lost = 0;
  const rows = Array.from({ length: count }, (_, row) =>
    columns
      .map(({ codes, hierarchy: { levels, domain } }, column) => {
        const own = levels[level[column]![row]!]!;
        const place = label[column]![row]!;
        if (own.of[codes[row]!] !== place) throw new Error('a label that is not above its cell');
        lost += (own.leaves[place]! - 1) / (domain - 1);
        return own.labels[place]!;
      })
      .join('|'),
  );
  return { rows, ncp: lost / (count * columns.length) };
}

const classes = (rows: readonly string[]): number[] => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts.values()];
};

it('gives tiny tables labels of k rows alike, never better than the best partition, and counts their cost', async () => {
  let [found, possible] = [0, 0];
  for (const [seed, random] of seeds(40)) {
    const rows = 4 + Math.floor(random() * 5);
    const columns = randomColumns(random, rows);
    const k = 2 + (seed % 2);
    let best = Infinity;
    for (const part of partitions(rows))
      if (part.every((group) => group.length >= k)) best = Math.min(best, costOf(columns, part));
    const recoded = await recodeOnHierarchies(columns, { k, seed, effort: seed % 2 === 0 ? 'quick' : 'long' });
    const read = published(columns, recoded);
    expect(Math.min(...classes(read.rows))).toBeGreaterThanOrEqual(k);
    expect(recoded.ncp).toBeCloseTo(read.ncp, 12);
    expect(recoded.ncp).toBeGreaterThanOrEqual(best - 1e-12);
    for (const [one, text] of read.rows.entries())
      for (const [other, same] of read.rows.entries())
        expect(recoded.groupOf[one] === recoded.groupOf[other]).toBe(text === same);
    expect(new Set(recoded.groupOf).size).toBe(recoded.groups);
    found += recoded.ncp;
    possible += best;
  }
  expect(found / possible).toBeLessThan(1.25);
});

it('counts people, whose rows read alike, and the rows of nobody besides', async () => {
  for (const [seed, random] of seeds(25)) {
    const columns = randomColumns(random, 60);
    const people = Uint32Array.from({ length: 60 }, () => (random() < 0.2 ? 0 : 1 + Math.floor(random() * 30)));
    const recoded = await recodeOnHierarchies(columns, { k: 3, seed, people });
    expect(recoded.ncp).toBeCloseTo(published(columns, recoded).ncp, 12);
    for (const group of membersOf(recoded.groupOf))
      expect(new Set(group.map((row) => people[row]!).filter((person) => person > 0)).size).toBeGreaterThanOrEqual(3);
    for (let person = 1; person <= 30; person += 1)
      expect(new Set([...recoded.groupOf].filter((_, row) => people[row] === person)).size).toBeLessThanOrEqual(1);
  }
});

it('keeps every class to what is asked of protected columns', async () => {
  for (const [seed, random] of seeds(20)) {
    const columns = randomColumns(random, 150);
    const codes = Uint16Array.from({ length: 150 }, () => Math.floor(random() * random() * 4));
    const [l, alpha, t] = [[3, 1, 1] as const, [1, 0.75, 1] as const, [2, 1, 0.3] as const][seed % 3]!;
    const recoded = await recodeOnHierarchies(columns, { k: 3, seed, protect: [{ codes, l, alpha, t }] });
    for (const group of membersOf(recoded.groupOf)) {
      const shares = [0, 1, 2, 3].map((value) => group.filter((row) => codes[row] === value).length / group.length);
      const apart = shares.map((share, value) => Math.abs(share - codes.filter((code) => code === value).length / 150));
      expect(group.length).toBeGreaterThanOrEqual(3);
      expect(shares.filter((share) => share > 0).length).toBeGreaterThanOrEqual(l);
      expect(Math.max(...shares)).toBeLessThanOrEqual(alpha + 1e-9);
      expect(apart.reduce((sum, one) => sum + one, 0) / 2).toBeLessThanOrEqual(t + 1e-9);
    }
  }
});

it('gives the same labels for the same input and seed, in workers too', async () => {
  const columns = randomColumns(seededRandom(3), 2600).slice(0, 2);
  const wide = [...columns, ...randomColumns(seededRandom(4), 2600), ...randomColumns(seededRandom(5), 2600)];
  const recoded = await recodeOnHierarchies(wide, { k: 10, seed: 2 });
  expect(Math.min(...classes(published(wide, recoded).rows))).toBeGreaterThanOrEqual(10);
  expect(await recodeOnHierarchies(wide, { k: 10, seed: 2 })).toEqual(recoded);
});

it('refuses a hierarchy without a root, more than there are, and what cannot be; takes no row', async () => {
  const [codes, random] = [new Uint16Array([0, 1]), seededRandom(1)];
  const open = hierarchyOf(
    'town',
    [
      ['x', 'north'],
      ['y', 'south'],
    ],
    ['x', 'y'],
  );
  await expect(recodeOnHierarchies([{ codes, hierarchy: open }], { k: 2, seed: 1 })).rejects.toMatchObject({
    code: 'RECIPE_INVALID',
    message: expect.stringContaining('“town”'),
  });
  await expect(recodeOnHierarchies(randomColumns(random, 4), { k: 5, seed: 1 })).rejects.toMatchObject({
    code: 'TARGET_MISSED',
  });
  expect(await recodeOnHierarchies(randomColumns(random, 0), { k: 5, seed: 1 })).toMatchObject({ groups: 0, ncp: 0 });
});
