import { describe, expect, it } from 'vitest';
import { endOf } from './iso-duration.ts';

describe('the end of a period', () => {
  it.each([
    ['2023-11-29', 'P3Y', '2026-11-29'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-11-29', 'P90D', '2027-02-27'],
    ['2026-11-29', 'P2W', '2026-12-13'],
    ['2025-12-15', 'P1Y6M', '2027-06-15'],
  ])('of %s and %s is %s', (start, duration, end) => {
    expect(endOf(start, duration)).toBe(end);
  });
});
