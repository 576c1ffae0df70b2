import { expect, it } from 'vitest';
import { daysIn } from './declared-periods.ts';

it('a period lasts as many days as its months and years can have', () => {
  expect(daysIn('P730D')).toEqual({ least: 730, most: 730 });
  expect(daysIn('P2Y')).toEqual({ least: 730, most: 732 });
  expect(daysIn('P24M')).toEqual({ least: 730, most: 732 });
  expect(daysIn('P6M')).toEqual({ least: 168, most: 186 });
  expect(daysIn('P1Y2W')).toEqual({ least: 379, most: 380 });
});
