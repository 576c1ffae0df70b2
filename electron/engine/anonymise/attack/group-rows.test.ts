import { expect, it } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { chanceOf } from './chance.ts';
import { equalRows } from './equal-rows.ts';
import { groupRows } from './group-rows.ts';
import { withoutSmallClasses } from './without-small-classes.ts';

const rowsOf = (many: number, values: number, seed: number): string[][] => {
  const chance = chanceOf(seed);
  return Array.from({ length: many }, () => ['a', 'b', 'c'].map((name) => `${name}${chance.int(values)}`));
};
const names = ['a', 'b', 'c'];
const places = (many: number): Uint32Array => Uint32Array.from({ length: many }, (_, at) => at);

it.each([2, 7, 40])('puts together what agrees, and nothing else: %d values a column', (values) => {
  const rows = rowsOf(700, values, values);
  const some = places(700).filter((at) => at % 3 !== 0);
  const { groupOf, first, size } = groupRows(
    codeRows(names, rows).columns.map(({ codes }) => codes),
    some,
  );
  const text = (at: number): string => rows[at]!.join();
  expect(size.length).toBe(new Set(Array.from(some, text)).size);
  some.forEach((row, at) => expect(text(first[groupOf[at]!]!)).toBe(text(row)));
  size.forEach((many, group) => expect(some.filter((row) => text(row) === text(first[group]!)).length).toBe(many));
  expect(groupRows([], some).size).toEqual(Uint32Array.of(some.length));
});

it('leaves out classes below k, counted in rows or in people', () => {
  const rows = rowsOf(400, 5, 11);
  const table = codeRows(names, rows);
  const persons = Uint32Array.from(rows, (_, at) => at % 60);
  const half = places(400).filter((at) => at % 2 === 0);
  const inClass = (row: number): number[] =>
    Array.from(half).filter((other) => rows[other]![0] === rows[row]![0] && rows[other]![2] === rows[row]![2]);
  const by = ['a', 'c'];
  expect([...withoutSmallClasses(table, half, { k: 8, by })]).toEqual(
    [...half].filter((row) => inClass(row).length >= 8),
  );
  expect([...withoutSmallClasses(table, half, { k: 8, by, persons })]).toEqual(
    [...half].filter((row) => new Set(inClass(row).map((other) => persons[other])).size >= 8),
  );
  expect([...withoutSmallClasses(table, half, { k: 200, by: [] })]).toEqual([...half]);
});

it('counts rows that are alone, and that equal one row or none of the source', () => {
  const file = [...rowsOf(200, 6, 21), ['new', 'new', 'new']];
  const source = [...rowsOf(150, 6, 22), ['', 'x', 'y']];
  const same = (row: readonly string[], other: readonly string[], at: readonly number[]): boolean =>
    at.every((j) => row[j] === other[j]);
  const matches = (row: readonly string[], at: readonly number[]): number =>
    source.filter((other) => same(row, other, at)).length;
  for (const [compared, at] of [
    [names, [0, 1, 2]],
    [
      ['a', 'c'],
      [0, 2],
    ],
  ] as const)
    expect(
      equalRows(
        codeRows(names, file),
        codeRows(
          ['c', 'b', 'a'],
          source.map((row) => row.toReversed()),
        ),
        compared,
      ),
    ).toEqual({
      unique: file.filter((row) => file.filter((other) => same(row, other, [0, 1, 2])).length === 1).length,
      one: file.filter((row) => matches(row, at) === 1).length,
      none: file.filter((row) => matches(row, at) === 0).length,
    });
  expect(equalRows(codeRows(['a'], [[null]]), codeRows(['a'], [['']]), ['a'])).toEqual({ unique: 1, one: 1, none: 0 });
  expect(equalRows(codeRows(['a'], [['x']]), codeRows(['a'], [['x']]), [])).toEqual({ unique: 1, one: 0, none: 1 });
});
