import { expect, test } from 'vitest';
import { durationWords, readDuration } from './durations.ts';

test.each([
  ['P90D', '90 days'],
  ['P1Y', '1 year'],
  ['P1Y6M', '1 year and 6 months'],
  ['P2W', '2 weeks'],
  ['for ever', 'for ever'],
])('%s is read as %s', (iso, words) => expect(durationWords(iso)).toBe(words));

test.each([
  ['180 days', 'P180D'],
  ['1 year, 6 months', 'P1Y6M'],
  ['6 months and 1 year', 'P1Y6M'],
  ['90d', 'P90D'],
  ['p3y', 'P3Y'],
  ['1 Week', 'P1W'],
])('%s is kept as %s', (typed, iso) => expect(readDuration(typed)).toBe(iso));

test.each(['', 'soon', '3', '3 fortnights', '1 year 1 year', '3 years or so', '-3 days', '1.5 years', 'P'])(
  '“%s” says no duration',
  (typed) => expect(readDuration(typed)).toBeNull(),
);

test('what was read is said in words that are read as the same', () => {
  for (const iso of ['P90D', 'P1Y6M', 'P1Y2M3W4D']) expect(readDuration(durationWords(iso))).toBe(iso);
});
