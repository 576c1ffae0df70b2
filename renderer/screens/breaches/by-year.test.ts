import { expect, it } from 'vitest';
import type { BreachSummary } from '#shared/contract/breaches.ts';
import { byYear } from './by-year.ts';

const breach = (ref: string, awareAt: string, hoursLeft: number | null): BreachSummary =>
  ({ ref, clock: { state: 'told', awareAt, dueAt: awareAt, hoursLeft } }) as BreachSummary;

it('has clocks that run first, then the years, the newest first', () => {
  const listed = [
    breach('B-7', '2024-12-31T23:00:00Z', -9000),
    breach('B-6', '2026-02-01T00:00:00Z', null),
    breach('B-5', '2026-01-01T00:00:00Z', null),
    breach('B-1', '2024-05-01T00:00:00Z', null),
    breach('B-3', '2025-05-01T00:00:00Z', null),
  ];
  expect(byYear(listed).map(({ year, own }) => [year, own.map(({ ref }) => ref)])).toEqual([
    [null, ['B-7']],
    ['2026', ['B-6', 'B-5']],
    ['2025', ['B-3']],
    ['2024', ['B-1']],
  ]);
  expect(byYear([])).toEqual([]);
});
