import { expect, it } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { below, seededRandom } from '../local/seeded-random.ts';
import { climb } from './climb.ts';
import type { SearchColumn } from './column-levels.ts';
import { Evaluations } from './evaluations.ts';
import { Groupings } from './groupings.ts';
import { Judge } from './judge.ts';
import { KnownFailures } from './known-failures.ts';
import { Pace } from './pace.ts';
import { utilities } from './utility/utilities.ts';

const width = [1, 3, 9];
const k = 4;

/** Rows of digits 0 to 8, each column in ones, threes or all together. */
function invented(seed: number, columns: number, rows: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.min(below(random, 9), below(random, 9))),
  );
}

/** NCP of a choice of levels with suppression, counted row by row; Infinity where too many rows are suppressed. */
function scoreOf(rows: number[][], levels: readonly number[], mostHidden: number): number {
  const keys = rows.map((row) => row.map((cell, at) => Math.floor(cell / width[levels[at]!]!)).join(' '));
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const hidden = keys.filter((key) => sizes.get(key)! < k).length;
  if (hidden > mostHidden) return Infinity;
  const kept = levels.reduce((sum, level) => sum + (width[level]! - 1) / 8, 0) / levels.length;
  return (hidden + (rows.length - hidden) * kept) / rows.length;
}

function* choices(columns: number): Generator<number[]> {
  for (let at = 0; at < 3 ** columns; at += 1)
    yield Array.from({ length: columns }, (_, column) => Math.floor(at / 3 ** column) % 3);
}

it.each([1, 2, 3, 4])('ends at the best of all choices where there are few of them: table %i', async (seed) => {
  const rows = invented(seed, 5, 300);
  const mostHidden = 15;
  const table = codeRows(
    rows[0]!.map((_, at) => `c${at}`),
    rows.map((row) => row.map(String)),
  );
  const columns = table.columns.map((column): SearchColumn => {
    const levels = width.map((wide) => ({
      labels: Array.from({ length: 9 / wide }, (_, at) => `${at} of ${wide}`),
      of: Uint32Array.from(column.values, (value) => Math.floor(Number(value) / wide)),
      leaves: new Uint32Array(9 / wide).fill(wide),
    }));
    return { column, hierarchy: { column: column.name, levels, domain: 9 }, least: 0, most: 2, weight: 1 };
  });
  const groupings = new Groupings(columns, [], rows.length);
  const utility = utilities.loss({ columns, groupings });
  const judge = new Judge(groupings, [{ asks: 'size', firm: true, holds: (many) => many >= k }], []);
  const evaluations = new Evaluations({ groupings, judge, utility, mostHidden });
  await climb({
    evaluations,
    failures: new KnownFailures(),
    bound: (levels) => utility.bound(levels),
    ranges: columns,
    from: new Uint8Array(5).fill(2),
    seconds: Infinity,
    pace: new Pace(undefined),
  });
  const best = Math.min(...[...choices(5)].map((levels) => scoreOf(rows, levels, mostHidden)));
  expect(evaluations.leastScore).toBeCloseTo(best, 12);
  expect(scoreOf(rows, [...evaluations.best!.levels], mostHidden)).toBeCloseTo(best, 12);
  expect(evaluations.checked).toBeLessThan(3 ** 5);
});
