import { describe, expect, it } from 'vitest';
import { codeRows } from '#engine/anonymise/coded/coded-table.ts';
import { seeded } from '#test/support/seeded.ts';
import { minimalUniques } from './minimal-uniques.ts';
import { tellingColumns } from './telling-columns.ts';

type Row = (string | null)[];

/** Every set of up to `most` of so many columns. */
function sets(columns: number, most: number): number[][] {
  const all: number[][] = [];
  const add = (set: number[]): void => {
    if (set.length > 0) all.push(set);
    if (set.length < most) for (let at = (set.at(-1) ?? -1) + 1; at < columns; at += 1) add([...set, at]);
  };
  add([]);
  return all;
}

/** Rows that only one person has over a set, by plain maps; rows of nobody known add no person. */
function aloneIn(rows: Row[], who: readonly number[], set: readonly number[]): Set<number> {
  const people = new Map<string, Set<number>>();
  const key = (row: Row): string => JSON.stringify(set.map((at) => row[at]));
  for (const [at, row] of rows.entries()) {
    const group = people.get(key(row)) ?? new Set();
    if (who[at]! >= 0) group.add(who[at]!);
    people.set(key(row), group);
  }
  return new Set(rows.flatMap((row, at) => (people.get(key(row))!.size <= 1 ? [at] : [])));
}

const table = (seed: number, many: number, columns: number): Row[] => {
  const random = seeded(seed);
  return Array.from({ length: many }, () =>
    Array.from({ length: columns }, (_, at) =>
      random() < 0.05 ? null : String(Math.floor(random() ** 2 * (3 + at * 4))),
    ),
  );
};
const named = (columns: number): string[] => Array.from({ length: columns }, (_, at) => `c${at}`);

describe('minimal sample uniques', () => {
  it.each([
    ['rows', null],
    ['people', (at: number) => (at % 17 === 3 ? -1 : at % 23)],
  ] as const)('are those that brute force finds, in %s', async (_, person) => {
    const rows = table(1, 60, 5);
    const who = rows.map((_row, at) => (person === null ? at : person(at)));
    const { columns } = codeRows(named(5), rows);
    const found = await minimalUniques({
      columns,
      rows: 60,
      who: person === null ? null : Int32Array.from(who),
    });
    const scores = new Map<string, number>();
    const any = new Set<number>();
    let total = 0;
    for (const set of sets(5, 3)) {
      const minimal = [...aloneIn(rows, who, set)].filter((row) =>
        sets(5, 2).every(
          (part) =>
            part.length >= set.length || !part.every((at) => set.includes(at)) || !aloneIn(rows, who, part).has(row),
        ),
      );
      for (const row of minimal) any.add(row);
      let score = minimal.length;
      for (let at = set.length; at <= 3; at += 1) score *= 5 - at;
      total += score;
      for (const at of set) scores.set(`c${at}`, (scores.get(`c${at}`) ?? 0) + score);
      const told = found.sets.find(({ columns: names }) => names.join() === set.map((at) => `c${at}`).join());
      expect(told?.rows ?? 0).toBe(minimal.length);
    }
    expect(found).toMatchObject({ upTo: 3, cut: false, rows: any.size });
    for (const { name, share } of found.columns) expect(share).toBeCloseTo((scores.get(name) ?? 0) / total, 12);
  });

  it('looks at smaller sets where larger ones are too much work, and says so', async () => {
    const rows = table(2, 40, 6);
    const { columns } = codeRows(named(6), rows);
    const input = { columns, rows: 40, who: null };
    const all = await minimalUniques(input);
    const cut = await minimalUniques({ ...input, budget: 40 * (6 + 15) });
    expect([cut.upTo, cut.cut]).toEqual([2, true]);
    expect(cut.sets).toEqual(all.sets.filter((set) => set.columns.length <= 2));
  });

  it('tells nothing of no row and no column, and of one column what is alone in it', async () => {
    expect(await minimalUniques({ columns: [], rows: 0, who: null })).toMatchObject({ rows: 0, sets: [], columns: [] });
    const { columns } = codeRows(['a'], [['x'], ['x'], ['y']]);
    expect((await minimalUniques({ columns, rows: 3, who: null })).columns).toEqual([
      { name: 'a', alone: 1, rows: 1, share: 1 },
    ]);
  });

  it('is cancelled', async () => {
    const rows = table(3, 3000, 8);
    const { columns } = codeRows(named(8), rows);
    const signal = AbortSignal.abort();
    await expect(minimalUniques({ columns, rows: 3000, who: null, signal })).rejects.toMatchObject({
      code: 'JOB_CANCELLED',
    });
  });
});

describe('columns that tell rows apart', () => {
  it('are measured pair by pair, and put together greedily', async () => {
    const rows = table(4, 50, 5);
    const { columns } = codeRows(named(5), rows);
    const found = await tellingColumns({ columns, rows: 50 });
    const told = (set: number[]) => {
      const keys = rows.map((row) => JSON.stringify(set.map((at) => row[at])));
      let apart = 0;
      for (let a = 0; a < 50; a += 1) for (let b = a + 1; b < 50; b += 1) apart += keys[a] === keys[b] ? 0 : 1;
      return { distinction: new Set(keys).size / 50, separation: apart / ((50 * 49) / 2) };
    };
    for (const { name, distinction, separation } of found.columns) {
      const plain = told([Number(name.slice(1))]);
      expect([distinction, separation]).toEqual([plain.distinction, expect.closeTo(plain.separation, 12)]);
    }
    const chosen: number[] = [];
    for (const { name, separation, distinction } of found.together) {
      const best = Math.max(
        ...[0, 1, 2, 3, 4].filter((at) => !chosen.includes(at)).map((at) => told([...chosen, at]).separation),
      );
      chosen.push(Number(name.slice(1)));
      expect(separation).toBeCloseTo(best, 12);
      expect(distinction).toBe(told(chosen).distinction);
    }
    expect(found.cut).toBe(false);
  });

  it('stops where its work is used up, and says so', async () => {
    const { columns } = codeRows(named(5), table(5, 50, 5));
    expect(await tellingColumns({ columns, rows: 50, budget: 260 })).toMatchObject({ cut: true });
  });
});
