import { expect, it } from 'vitest';
import { binClassSizes } from './class-size-bins.ts';

it('never puts sizes on both sides of the threshold into one bar', () => {
  for (const k of [1, 2, 3, 5, 7, 11, 100]) {
    const sizes = Array.from({ length: 300 }, (_, at) => ({ size: at + 1, classes: 1, rows: at + 1 }));
    const bins = binClassSizes(sizes, k);
    expect(bins.filter(({ from, to }) => from < k && to >= k)).toEqual([]);
    expect(bins.filter(({ small }) => small).reduce((sum, { rows }) => sum + rows, 0)).toBe(((k - 1) * k) / 2);
  }
});

it('counts every row and every group once', () => {
  const bins = binClassSizes(
    [
      { size: 1, classes: 3, rows: 3 },
      { size: 4, classes: 2, rows: 8 },
      { size: 1234, classes: 1, rows: 1234 },
    ],
    5,
  );
  expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(1245);
  expect(bins.reduce((sum, { classes }) => sum + classes, 0)).toBe(6);
  expect(bins[0]).toMatchObject({ from: 1, to: 1, rows: 3, small: true });
  expect(bins.at(-1)).toMatchObject({ from: 1000, to: 1234, rows: 1234, small: false });
});

it('shows the range up to the threshold even where no row is there', () => {
  expect(binClassSizes([{ size: 2, classes: 5, rows: 10 }], 20).map(({ from, small }) => [from, small])).toEqual([
    [1, true],
    [2, true],
    [5, true],
    [10, true],
    [20, false],
  ]);
  expect(binClassSizes([], 5)).toEqual([]);
});
