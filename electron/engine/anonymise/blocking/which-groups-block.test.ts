import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeRows } from '../coded/coded-table.ts';
import { whichGroupsBlock } from './which-groups-block.ts';

const names = ['a', 'b', 'c', 'd'];

/** People in the group of a row over some columns, counted by looking at every row. */
function peopleLike(rows: readonly string[][], row: number, places: readonly number[], people?: readonly number[]) {
  const alike = rows.flatMap((other, at) => (places.every((place) => other[place] === rows[row]![place]) ? [at] : []));
  if (people === undefined) return alike.length;
  return Math.max(1, new Set(alike.map((at) => people[at]!).filter((person) => person !== 0)).size);
}

const subsets = (size: number): number[][] =>
  Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].filter((at) => bits & (1 << at))).filter(
    ({ length }) => length === size,
  );

it('tells a few rows by the columns that make them few', async () => {
  const common = Array.from({ length: 12 }, (_, row) => ['x', row % 2 ? 'u' : 'v', row % 4 < 2 ? '1' : '2']);
  // Alone in the first column; in the second and third together; and in none but all.
  const table = codeRows(
    ['a', 'b', 'c'],
    [...common, ['y', 'u', '1'], ['x', 'w', '1'], ['x', 'w', '2'], ['x', 'w', '2']],
  );
  const found = await whichGroupsBlock(table, { k: 3 });
  expect(found).toEqual({
    rows: 4,
    of: 16,
    sets: [
      { columns: ['a'], rows: 1, groups: 1 },
      { columns: ['b', 'c'], rows: 3, groups: 2 },
    ],
    upTo: 3,
    more: 0,
    without: [
      { column: 'a', rows: 1 },
      { column: 'b', rows: 3 },
      { column: 'c', rows: 3 },
    ],
  });
});

it('agrees with counting every row by hand', async () => {
  const table = fc.record({
    rows: fc.array(fc.tuple(...names.map(() => fc.constantFrom('x', 'y', 'z'))), { minLength: 1, maxLength: 30 }),
    k: fc.integer({ min: 2, max: 4 }),
    ids: fc.option(fc.array(fc.nat(6), { minLength: 30, maxLength: 30 }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(table, async ({ rows, k, ids }) => {
      const people = ids && Uint32Array.from(ids.slice(0, rows.length));
      const found = await whichGroupsBlock(codeRows(names, rows), { k, people });
      const small = (row: number, places: readonly number[]) => peopleLike(rows, row, places, ids) < k;
      const left = [...rows.keys()].filter((row) => small(row, [0, 1, 2, 3]));
      const sizeOf = (row: number) => [1, 2, 3].find((size) => subsets(size).some((set) => small(row, set)));
      expect([found.rows, found.of]).toEqual([left.length, rows.length]);
      for (const size of [1, 2, 3]) {
        const told = found.sets.filter(({ columns }) => columns.length === size);
        const sum = told.reduce((all, set) => all + set.rows, 0);
        expect(sum).toBe(left.filter((row) => sizeOf(row) === size).length);
        for (const { columns, rows: some } of told) {
          const places = columns.map((name) => names.indexOf(name));
          expect(some).toBeLessThanOrEqual(left.filter((row) => small(row, places)).length);
        }
        const most = Math.max(
          0,
          ...subsets(size).map((set) => left.filter((row) => sizeOf(row) === size && small(row, set)).length),
        );
        expect(Math.max(0, ...told.map((set) => set.rows))).toBe(most);
      }
      expect(found.more).toBe(left.filter((row) => sizeOf(row) === undefined).length);
      for (const { column, rows: back } of found.without) {
        const others = [0, 1, 2, 3].filter((at) => names[at] !== column);
        expect(back).toBe(left.filter((row) => !small(row, others)).length);
      }
    }),
    { seed: 11, numRuns: 60 },
  );
});

it('says nothing of a table that nothing blocks', async () => {
  const found = await whichGroupsBlock(codeRows(['a'], [['x'], ['x']]), { k: 2 });
  expect(found).toEqual({ rows: 0, of: 2, sets: [], upTo: 1, more: 0, without: [] });
});

it('stops when it is cancelled', async () => {
  const cancelled = AbortSignal.abort();
  await expect(whichGroupsBlock(codeRows(['a'], [['x']]), { k: 2, signal: cancelled })).rejects.toMatchObject({
    code: 'JOB_CANCELLED',
  });
});
