import { expect, test } from 'vitest';
import { coarseHistogram } from './coarse-histogram.ts';

const bars = (from: number, to: number, count = 20) =>
  Array.from({ length: count }, (_, at) => ({
    from: from + (at * (to - from)) / count,
    to: from + ((at + 1) * (to - from)) / count,
    count: at,
  }));

test.each([
  [17, 97],
  [1912, 2011],
  [0.13, 0.87],
  [-41, 38],
  [120.5, 987654.31],
])('the ends of %d to %d cannot be told from those of other columns', (from, to) => {
  const coarse = coarseHistogram(bars(from, to))!;
  const neighbour = coarseHistogram(bars(from + (to - from) / 500, to - (to - from) / 500))!;
  expect(coarse).toEqual(neighbour);
  expect(coarse[0]!.from).toBeLessThan(from);
  expect(coarse.at(-1)!.to).toBeGreaterThan(to);
  expect(coarse.map(({ count }) => count)).toEqual(bars(from, to).map(({ count }) => count));
});

test('a column of one value does not show it', () => {
  const [bar] = coarseHistogram([{ from: 37, to: 37, count: 5 }])!;
  expect(bar).toEqual({ from: 30, to: 40, count: 5 });
});

test('no histogram stays none', () => {
  expect(coarseHistogram(null)).toBeNull();
});
