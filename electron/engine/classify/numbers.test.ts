import { expect, test } from 'vitest';
import { decimalsOf, parseNumber } from './numbers.ts';

test.each([
  ['1234.5', 1234.5],
  ['-3', -3],
  ['1,234.50', 1234.5],
  ['1.234,50', 1234.5],
  ['12,5', 12.5],
  ['$ 12.30', 12.3],
  ['45%', 45],
  ['5.5E+15', 5.5e15],
  ['€ 1.000,00', 1000],
  ['60,521', 60_521],
  ['.5', 0.5],
  ['R$ 10', 10],
])('reads %s', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each(['', 'abc', '1-2', '10.0.0.1', '2024-01-01', 'A1', '1,2,3', '1e999', '--5', '12 34', '0x1F'])(
  'refuses %s',
  (text) => {
    expect(parseNumber(text)).toBeNull();
  },
);

test('counts the decimals that say something', () => {
  expect([decimalsOf('12.5000'), decimalsOf('52.52001'), decimalsOf('7'), decimalsOf('3,25')]).toEqual([1, 5, 0, 2]);
});
