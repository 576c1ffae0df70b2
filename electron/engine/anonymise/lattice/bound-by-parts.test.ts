import { expect, it } from 'vitest';
import { chanceOf } from '../attack/chance.ts';
import { codeRows } from '../coded/coded-table.ts';
import { boundByParts } from './bound-by-parts.ts';
import type { SearchColumn } from './column-levels.ts';
import { Pace } from './pace.ts';
import { searchLattice, type LatticeInput } from './search.ts';

/** Columns of nine values in threes, then all together; rows lean to low values. */
function invented(seed: number, rows: number, columns: number): LatticeInput {
  const chance = chanceOf(seed);
  const table = codeRows(
    Array.from({ length: columns }, (_, at) => `c${at}`),
    Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => String(Math.min(chance.int(9), chance.int(9)))),
    ),
  );
  const searched = table.columns.map((column): SearchColumn => {
    const levels = [1, 3, 9].map((width) => ({
      labels: Array.from({ length: 9 / width }, (_, at) => `${at} of ${width}`),
      of: Uint32Array.from(column.values, (value) => Math.floor(Number(value) / width)),
      leaves: new Uint32Array(9 / width).fill(width),
    }));
    const hierarchy = { column: column.name, levels, domain: 9 };
    return { column, hierarchy, least: 0, most: 2, weight: 1 + chance.int(3) };
  });
  return {
    columns: searched,
    guarded: [],
    rows,
    rules: [{ asks: 'size', firm: true, holds: (many) => many >= 5 }],
    utility: 'loss',
    mostHidden: Math.floor(rows / 20),
  };
}

const bound = (input: LatticeInput, choices: number): Promise<number> =>
  boundByParts(input, { seconds: 60, pace: new Pace(undefined), search: searchLattice, choices });

it.each([1, 2, 3, 4, 5, 6])(
  'is what pairs of columns lose at best, never more than all together: table %i',
  async (seed) => {
    const input = invented(seed, 60 + 40 * seed, 4);
    const { score, proven } = await searchLattice(input);
    expect(proven).toBe(true);
    const found = await bound(input, 9);
    expect(found).toBeLessThanOrEqual(score + 1e-12);
    expect(found).toBeGreaterThan(0);
    const pairs = [input.columns.slice(0, 2), input.columns.slice(2)];
    const weights = pairs.map((pair) => pair.reduce((sum, { weight }) => sum + weight, 0));
    const alone = await Promise.all(pairs.map((columns) => searchLattice({ ...input, columns })));
    const mean = alone.reduce((sum, best, at) => sum + best.score * weights[at]!, 0) / (weights[0]! + weights[1]!);
    expect(found).toBeCloseTo(mean, 12);
    const precise = { ...input, utility: 'precision' } as const;
    expect(await bound(precise, 9)).toBeLessThanOrEqual((await searchLattice(precise)).score + 1e-12);
  },
);

it('asks nothing of a part that only all columns together have to keep', async () => {
  const input = invented(9, 200, 4);
  const large = { asks: 'size', firm: false, holds: (many: number) => many < 7 } as const;
  expect(await bound({ ...input, rules: [...input.rules, large] }, 9)).toBe(await bound(input, 9));
});

it('counts the people of a population in the columns of a part', async () => {
  // The table is the population, and its first rows are the file.
  const everybody = invented(4, 300, 4);
  const columns = everybody.columns.map((one) => {
    const { codes } = one.column;
    return { ...one, column: { ...one.column, codes: codes.slice(0, 60) }, population: codes };
  });
  const input: LatticeInput = {
    ...everybody,
    columns,
    rows: 60,
    rules: [{ asks: 'population', firm: true, holds: (people) => people >= 8 }],
    population: { rows: 300, person: null },
    mostHidden: 3,
  };
  const found = await bound(input, 9);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThanOrEqual((await searchLattice(input)).score + 1e-12);
});

it('says nothing where a loss is no sum over the columns, or there is one part', async () => {
  const input = invented(7, 100, 4);
  expect(await bound({ ...input, utility: 'discernibility' }, 9)).toBe(-Infinity);
  expect(await bound({ ...input, utility: 'loss-geometric' }, 9)).toBe(-Infinity);
  expect(await bound(input, 1000)).toBe(-Infinity);
});
