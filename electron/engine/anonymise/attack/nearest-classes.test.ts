import { expect, it } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { coverOf } from './cell-cover.ts';
import { chanceOf, someBelow } from './chance.ts';
import { NearestClasses, otherValue } from './nearest-classes.ts';
import { releasedClasses } from './released-classes.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const randomRows = (rows: number, values: number, seed: number): string[][] => {
  const chance = chanceOf(seed);
  return Array.from({ length: rows }, () => names.map((name) => `${name}${chance.int(values)}`));
};
const known = [0, 2, 3];

it.each([
  ['few values, four to a word', 4],
  ['more than a byte holds', 700],
])('counts the columns that differ, as a look at every cell does: %s', (_, values) => {
  const people = randomRows(900, values, 3);
  const released = [...randomRows(300, values + 2, 4), ...people.slice(0, 20), ...people.slice(0, 20)];
  const classes = releasedClasses(codeRows(names, released), codeRows(names, people));
  const text = (row: readonly string[]): string => row.join();
  expect(classes.size.length).toBe(new Set(released.map(text)).size);
  expect(classes.size.reduce((sum, size) => sum + size, 0)).toBe(released.length);
  const nearest = new NearestClasses(classes);
  const distinct = [...new Map(released.map((row) => [text(row), row])).values()];
  for (const at of [0, 5, 19, 400, 899]) {
    const far = distinct.map((row) => known.filter((j) => row[j] !== people[at]![j]).length * otherValue);
    expect(nearest.measure(at, known)).toBe(Math.min(...far));
    expect([...nearest.distance]).toEqual(far);
  }
});

it('finds the narrower of two sets that fit nearer, and any set that fits nearer than one that does not', () => {
  const people = codeRows(['a'], [['x'], ['y'], ['z'], ['w']]);
  const released = codeRows(['a'], [['x or y'], ['x, y or z'], ['z'], ['*']]);
  const cells = new Map([['a', coverOf([[0, 1], [0, 1, 2], [2], [0, 1, 2, 3]])]]);
  for (const given of [cells, undefined]) {
    const nearest = new NearestClasses(releasedClasses(released, people, given));
    nearest.measure(2, [0]);
    const [, three, one, all] = nearest.distance;
    expect(one).toBe(0);
    expect(nearest.distance[0]).toBe(otherValue);
    expect(all).toBeLessThan(otherValue);
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
  const nearest = new NearestClasses(classes);
  const distinct = [...new Map(released.map((row) => [row.join('|'), row])).values()];
  for (let person = 40; person < 60; person++) {
    nearest.measure(person, [0, 1, 4]);
    const expected = distinct.map((row) => {
      const set = of.get(row[1]!)!;
      const fits = set.includes(coded.columns[1]!.codes[person]!);
      const cost = fits ? Math.round(1000 * Math.log(set.length)) : otherValue;
      return cost + [0, 4].filter((j) => row[j] !== people[person]![j]).length * otherValue;
    });
    expect([...nearest.distance]).toEqual(expected);
  }
});
