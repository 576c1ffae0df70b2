import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundStep, safeBins } from './safe-bins.ts';

const bin = (from: number, rows: number, people = rows) => ({ from, rows, people });

it('joins neighbours until each holds enough people, and leaves both ends open', () => {
  expect(
    safeBins([bin(0, 3), bin(10, 8), bin(20, 40), bin(30, 12), bin(40, 1)], { least: 10, repeats: false }),
  ).toEqual([
    { from: null, to: 20, rows: 11 },
    { from: 20, to: 30, rows: 40 },
    { from: 30, to: null, rows: 13 },
  ]);
});

it('shows nothing where only one bin would be left', () => {
  expect(safeBins([bin(0, 5), bin(10, 8)], { least: 10, repeats: false })).toBeNull();
  expect(safeBins([], { least: 10, repeats: false })).toBeNull();
});

it('does not count a person twice who has rows in two bins', () => {
  expect(safeBins([bin(0, 50, 6), bin(10, 50, 6), bin(20, 50, 30)], { least: 10, repeats: true })).toBeNull();
});

it('holds for anything: no row lost, no bin under the limit, edges from inside', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (edges, least) => {
        const fine = edges.map((from) => bin(from * 10, (Math.abs(from * 7) % 23) + 1));
        const bins = safeBins(fine, { least, repeats: false });
        if (bins === null) return;
        expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(fine.reduce((sum, { rows }) => sum + rows, 0));
        expect(Math.min(...bins.map(({ rows }) => rows))).toBeGreaterThanOrEqual(least);
        expect([bins[0]!.from, bins.at(-1)!.to]).toEqual([null, null]);
      },
    ),
  );
});

it('cuts at round numbers', () =>
  expect([roundStep(0, 100), roundStep(17, 93), roundStep(0.1, 0.9)]).toEqual([10, 10, 0.1]));
