import { expect, it } from 'vitest';
import { columnText } from './column.ts';

const bins = (...rows: number[]) =>
  rows.map((many, at) => ({
    from: at === 0 ? null : 1950 + at * 10,
    to: at === rows.length - 1 ? null : 1960 + at * 10,
    rows: many,
  }));
const { years, numbers, lengths, bin } = columnText.shape;
const plain = (text: string): string => text.replace(/\s/g, ' ');

it('says where most of a column lies: between the outer bars, or in the one of them that holds more', () => {
  expect(plain(years(bins(10, 40, 40, 10)))).toBe('80 % in 1960 to 1979');
  expect(plain(years(bins(60, 20, 20)))).toBe('60 % before 1960');
  expect(plain(years(bins(20, 20, 60)))).toBe('60 % in 1970 and later');
  expect(plain(lengths(bins(5, 5, 90)))).toBe('90 % with 1970 characters or more');
  expect(plain(numbers(bins(96, 4)))).toBe('96 % under 1,960');
});

it('names the span of a bar by what is in it: whole years and lengths up to the one before the edge', () => {
  expect(
    [bin.year(1950, 1960, 60), bin.year(null, 1940, 12), bin.year(2000, null, 10), bin.year(2001, 2002, 10)].map(plain),
  ).toEqual(['1950 to 1959: 60 rows', 'before 1940: 12 rows', '2000 and later: 10 rows', '2001: 10 rows']);
  expect(plain(bin.length(6, 8, 30))).toBe('6 to 7 characters: 30 rows');
});
