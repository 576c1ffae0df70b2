import { expect, it } from 'vitest';
import { daySpan, isDay } from './day-span.ts';

it.each([
  ['2026-11-29', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['29.11.2026', false],
  ['2026-11-29T00:00', false],
  ['', false],
])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is));

it('takes both days whole, where the reader is', () => {
  const { since, before } = daySpan('2026-11-28', '2026-11-29');
  expect(new Date(since!).toDateString()).toBe('Sat Nov 28 2026');
  expect(new Date(Date.parse(before!) - 1).toDateString()).toBe('Sun Nov 29 2026');
  expect(new Date(before!).toDateString()).toBe('Mon Nov 30 2026');
  expect(daySpan(undefined, undefined)).toEqual({});
});
