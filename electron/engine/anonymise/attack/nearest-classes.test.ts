import { expect, it } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { coverOf } from './cell-cover.ts';
import { chanceOf, someBelow } from './chance.ts';
import { nearestClasses, type NearestClasses } from './nearest-classes.ts';
import { releasedClasses } from './released-classes.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const randomRows = (rows: number, values: number, seed: number): string[][] => {
  const chance = chanceOf(seed);
  return Array.from({ length: rows }, () => names.map((name) => `${name}${chance.int(values)}`));
};
const known = [0, 2, 3];
/** Somebody else sought before and behind: what is found must not depend on them. */
const measure = (nearest: NearestClasses, row: number, columns: number[]): number => {
  nearest.seek([{ row, known: columns }]);
  const alone = nearest.look(0);
  const others = Array.from({ length: nearest.atOnce - 1 }, (_, at) => ({ row: at, known: [1] }));
  nearest.seek([...others, { row, known: columns }]);
  expect(nearest.look(nearest.atOnce - 1)).toBe(alone);
  return alone;
};

it.each([
  ['few values, four to a word', 4],
  ['more than a byte holds', 700],
  ['more than two bytes hold', 70_000],
])('counts the columns that differ, as a look at every cell does: %s', (_, values) => {
  const people = randomRows(900, values, 3);
  const released = [...randomRows(300, values + 2, 4), ...people.slice(0, 20), ...people.slice(0, 20)];
  const classes = releasedClasses(codeRows(names, released), codeRows(names, people));
  const text = (row: readonly string[]): string => row.join();
  expect(classes.size.length).toBe(new Set(released.map(text)).size);
  expect(classes.size.reduce((sum, size) => sum + size, 0)).toBe(released.length);
  const nearest = nearestClasses(classes);
  const distinct = [...new Map(released.map((row) => [text(row), row])).values()];
  for (const at of [0, 5, 19, 400, 899]) {
    const far = distinct.map((row) => known.filter((j) => row[j] !== people[at]![j]).length * nearest.other);
    expect(measure(nearest, at, known)).toBe(Math.min(...far));
    expect(distinct.map((__, group) => nearest.far(group))).toEqual(far);
    for (const [low, high] of [
      [0, 0],
      [0, 1],
      [2, 3],
    ] as const)
      expect([...nearest.between(low, high)]).toEqual(
        [...far.keys()].filter((group) => far[group]! >= low && far[group]! <= high),
      );
    expect(nearest.above(1)).toBe(Math.min(...far.filter((one) => one > 1)));
    expect(nearest.cost(2, 0)).toBe(distinct[0]![2] === people[at]![2] ? 0 : nearest.other);
  }
});

it('finds the narrower of two sets that fit nearer, and any set that fits nearer than one that does not', () => {
  const people = codeRows(['a'], [['x'], ['y'], ['z'], ['w']]);
  const released = codeRows(['a'], [['x or y'], ['x, y or z'], ['z'], ['*']]);
  const cells = new Map([['a', coverOf([[0, 1], [0, 1, 2], [2], [0, 1, 2, 3]])]]);
  for (const given of [cells, undefined]) {
    const nearest = nearestClasses(releasedClasses(released, people, given));
    measure(nearest, 2, [0]);
    const [three, one, all] = [1, 2, 3].map((group) => nearest.far(group));
    expect(one).toBe(0);
    expect(nearest.far(0)).toBe(nearest.other);
    expect(all).toBeLessThan(nearest.other);
    // What reads otherwise than any value of the people stands for none, a star for all.
    expect(three! < all!).toBe(given !== undefined);
  }
});

it('measures tables with sets and exact columns together like a look at every cell', () => {
  const people = randomRows(60, 5, 8);
  const chance = chanceOf(9);
  const coded = codeRows(names, people);
  const sets = Array.from({ length: 40 }, () => someBelow(coded.columns[1]!.values.length, 1 + chance.int(4), chance));
  const released = sets.map((set, row) => people[row]!.map((cell, at) => (at === 1 ? `set ${set.join()}` : cell)));
  const table = codeRows(names, released);
  const of = new Map(released.map((row, at) => [row[1]!, sets[at]!]));
  const cells = new Map([['b', coverOf(table.columns[1]!.values.map((label) => of.get(label!)!))]]);
  const classes = releasedClasses(table, coded, cells);
  const nearest = nearestClasses(classes);
  const distinct = [...new Map(released.map((row) => [row.join('|'), row])).values()];
  for (let person = 40; person < 60; person++) {
    measure(nearest, person, [0, 1, 4]);
    const expected = distinct.map((row) => {
      const set = of.get(row[1]!)!;
      const fits = set.includes(coded.columns[1]!.codes[person]!);
      const cost = fits ? Math.round(1000 * Math.log(set.length)) : nearest.other;
      return cost + [0, 4].filter((j) => row[j] !== people[person]![j]).length * nearest.other;
    });
    expect(distinct.map((__, group) => nearest.far(group))).toEqual(expected);
  }
});
