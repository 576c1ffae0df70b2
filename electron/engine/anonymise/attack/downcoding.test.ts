import { expect, it } from 'vitest';
import { seeds } from '#test/support/tiny-tables.ts';
import { measureDowncoding, type LevelledColumn } from './downcoding.ts';

/** Ages 0 … 7 in pairs, in fours, in one. */
const ages = {
  column: 'age',
  domain: 8,
  levels: [1, 2, 4, 8].map((width) => ({
    labels: Array.from({ length: 8 / width }, (_, at) => `${at * width}`),
    of: Uint32Array.from({ length: 8 }, (_, age) => Math.floor(age / width)),
    leaves: new Uint32Array(8 / width).fill(width),
  })),
};
const column = (codes: readonly number[], level: number): LevelledColumn => ({
  codes: Uint16Array.from(codes),
  hierarchy: ages,
  level,
});

it('rules out a finer label with which the finer level would have done', async () => {
  // Five rows of pair 0, one of pair 1: pairs leave one row alone. Were that row of pair 0, pairs would have done.
  const lone = [column([0, 0, 1, 1, 1, 2], 2)];
  expect(await measureDowncoding(lone, { k: 3, mostLost: 0 })).toEqual([{ minimal: true, shrunk: 1 / 6, told: 1 / 6 }]);
  // Two rows of pair 1 and k 3: no single row decides, except that one more of pair 0 would do with pairs.
  const two = [column([0, 0, 1, 1, 2, 3], 2)];
  expect(await measureDowncoding(two, { k: 3, mostLost: 0 })).toEqual([{ minimal: true, shrunk: 4 / 6, told: 4 / 6 }]);
});

it('says nothing where the finer level would have done, or there is none', async () => {
  expect(await measureDowncoding([column([0, 1, 2, 3], 2)], { k: 2, mostLost: 0 })).toEqual([
    { minimal: false, shrunk: 0, told: 0 },
  ]);
  expect(await measureDowncoding([column([0, 0], 0)], { k: 2, mostLost: 0 })).toEqual([
    { minimal: false, shrunk: 0, told: 0 },
  ]);
  expect(await measureDowncoding([], { k: 2, mostLost: 0 })).toEqual([]);
});

/** Rows in classes below k, counted anew. */
function lost(columns: readonly LevelledColumn[], k: number): { rows: number; of: (row: number) => number } {
  const keys = [...columns[0]!.codes.keys()].map((row) =>
    columns.map(({ codes, hierarchy, level }) => hierarchy.levels[level]!.of[codes[row]!]).join(),
  );
  const of = (row: number): number => keys.filter((key) => key === keys[row]).length;
  return { rows: keys.filter((_, row) => of(row) < k).length, of };
}

it('says what trying every other value of every row says', async () => {
  for (const [seed, random] of seeds(60)) {
    const rows = 6 + Math.floor(random() * 8);
    const draw = (): number[] => Array.from({ length: rows }, () => Math.floor(random() * random() * 8));
    const columns = [column(draw(), 1 + (seed % 3)), column(draw(), 2)];
    const [k, mostLost] = [2 + (seed % 2), seed % 3];
    const found = await measureDowncoding(columns, { k, mostLost });
    for (const [at, { minimal, shrunk, told }] of found.entries()) {
      const finer = columns.map((own, other) => (other === at ? { ...own, level: own.level - 1 } : own));
      const published = [...columns[0]!.codes.keys()].filter((row) => lost(columns, k).of(row) >= k);
      expect(minimal).toBe(published.length > 0 && lost(finer, k).rows > mostLost);
      if (!minimal) continue;
      const { codes, hierarchy, level } = columns[at]!;
      const [fine, coarse] = [hierarchy.levels[level - 1]!.of, hierarchy.levels[level]!.of];
      let [fewer, one] = [0, 0];
      for (const row of published) {
        const possible = new Set<number>();
        const all = new Set<number>();
        for (let age = 0; age < 8; age += 1) {
          if (coarse[age] !== coarse[codes[row]!]) continue;
          const tried = finer.map((own, other) => (other === at ? { ...own, codes: own.codes.with(row, age) } : own));
          all.add(fine[age]!);
          if (lost(tried, k).rows > mostLost) possible.add(fine[age]!);
        }
        if (possible.size < all.size) fewer += 1;
        if (possible.size === 1 && all.size > 1) one += 1;
      }
      expect(shrunk).toBeCloseTo(fewer / published.length, 12);
      expect(told).toBeCloseTo(one / published.length, 12);
    }
  }
});
