import { expect, test } from 'vitest';
import { readDate } from './dates.ts';

test.each([
  ['2024-02-29', 2024, false],
  ['31.12.1990', 1990, false],
  ['14. 8. 1958', 1958, false],
  ['12/31/90', 1990, false],
  ['19850312', 1985, false],
  ['12 March 1985', 1985, false],
  ['12 mars 1985', 1985, false],
  ['12 de marzo de 1985', 1985, false],
  ['Mar 12, 1985', 1985, false],
  ['2024-02-29T10:11:12Z', 2024, true],
  ['29/11/2017 6:58', 2017, true],
  ['[29/Nov/2017:06:58:55', 2017, true],
  ['15.03.2024 05:27', 2024, true],
])('reads %s', (text, year, hasTime) => {
  expect(readDate(text)).toMatchObject({ year, hasTime });
});

test('midnight is a date without a time', () => {
  expect(readDate('1948-12-08 00:00:00.000')?.hasTime).toBe(false);
  expect(readDate('1948-12-08 00:00:01')?.hasTime).toBe(true);
});

test('the day is told from the month where only one order is possible', () => {
  expect(readDate('3/31/1982')).toMatchObject({ month: 3, day: 31 });
  expect(readDate('31/3/1982')).toMatchObject({ month: 3, day: 31 });
});

test.each([
  '',
  '12',
  '1985',
  '99.99.2020',
  '2024-13-01',
  '20241399',
  '10.0.0.1',
  '555-1234',
  'March',
  'Room 12, 1985',
  '1.5',
  '40000',
  '2024-02',
  'a'.repeat(60),
])('refuses %s', (text) => {
  expect(readDate(text)).toBeNull();
});
