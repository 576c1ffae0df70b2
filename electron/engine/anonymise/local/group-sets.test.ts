import { expect, it } from 'vitest';
import { numberSets, rowsByGroup } from './group-sets.ts';
import { below, seededRandom } from './seeded-random.ts';

it.each([
  { rows: 60, values: 4, groups: 9 },
  { rows: 400, values: 3, groups: 60 },
  { rows: 500, values: 90, groups: 6 },
  { rows: 5, values: 70_000, groups: 5 },
])('numbers the sets of $groups groups as they are first met', ({ rows, values, groups }) => {
  const random = seededRandom(rows);
  const codes = Uint32Array.from({ length: rows }, () => below(random, values));
  const groupOf = Uint32Array.from({ length: rows }, (_, row) => (row < groups ? row : below(random, groups)));
  const { of, sets } = numberSets(codes, values, rowsByGroup(groupOf, groups));
  const wanted = Array.from({ length: groups }, (_, group) =>
    [...new Set([...codes].filter((_code, row) => groupOf[row] === group))].sort((a, b) => a - b),
  );
  expect(Array.from(of, (set) => sets[set])).toEqual(wanted);
  expect(new Set(sets.map((set) => set.join(' '))).size).toBe(sets.length);
  const firsts = sets.map((_, set) => of.indexOf(set));
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
});
