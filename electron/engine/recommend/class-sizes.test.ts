import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTuples, smallClasses } from './class-sizes.ts';
import { searchLevels } from './search-levels.ts';
import type { Tuples } from './tuples.ts';

/** Three columns of eight codes; each next level puts two codes together, the last one all. */
const halves = [0, 1, 2, 3].map((level) => Uint32Array.from({ length: 8 }, (_, code) => code >> level));
const levels = [halves, halves, halves];
const row = fc.record({
  codes: fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7)),
  rows: fc.integer({ min: 1, max: 4 }),
  person: fc.nat(6),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });
const level = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3));

type Row = { codes: [number, number, number]; rows: number; person: number };
const tuplesOf = (data: Row[], people: boolean): Tuples => ({
  count: data.length,
  codes: [0, 1, 2].map((at) => Uint32Array.from(data, ({ codes }) => codes[at] ?? 0)),
  rows: Uint32Array.from(data, ({ rows: count }) => count),
  person: people ? Uint32Array.from(data, ({ person }) => person) : null,
  levels,
});

/** The same by plain grouping. */
function plainly(data: Row[], at: number[], k: number, people: boolean): { rows: number; classes: number } {
  const classes = new Map<string, { rows: number; people: Set<number> }>();
  for (const { codes, rows: count, person } of data) {
    const key = codes.map((code, index) => halves[at[index] ?? 0]?.[code]).join();
    const found = classes.get(key) ?? { rows: 0, people: new Set<number>() };
    found.rows += count;
    if (person !== 0) found.people.add(person);
    classes.set(key, found);
  }
  const small = [...classes.values()].filter((each) => (people ? Math.max(1, each.people.size) : each.rows) < k);
  return { rows: small.reduce((sum, each) => sum + each.rows, 0), classes: classes.size };
}

describe('the sizes of classes', () => {
  it('are those of plain grouping, counted in rows or in people, before and after merging', () => {
    fc.assert(
      fc.property(rows, level, fc.integer({ min: 1, max: 8 }), fc.boolean(), (data, at, k, people) => {
        const tuples = tuplesOf(data, people);
        expect(smallClasses(tuples, at, k)).toEqual(plainly(data, at, k, people));
        const merged = mergeTuples(
          tuples,
          at.map((each) => Math.max(0, each - 1)),
        );
        expect(merged.count).toBeLessThanOrEqual(tuples.count);
        expect(smallClasses(merged, at, k)).toEqual(plainly(data, at, k, people));
      }),
      { seed: 7 },
    );
  });
});

describe('the search', () => {
  const losses = [0, 1, 2].map(() => [0, 0.3, 0.6, 1]);
  it('finds levels that hold, none of which could be one step finer', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 2, max: 6 }), fc.boolean(), async (data, k, people) => {
        const tuples = tuplesOf(data, people);
        const allowed = Math.floor(data.length / 10);
        const found = await searchLevels({
          tuples,
          losses,
          k,
          allowed,
          start: [0, 0, 0],
          breathe: async () => undefined,
        });
        if (found === null) {
          expect(plainly(data, [3, 3, 3], k, people).rows).toBeGreaterThan(allowed);
          return;
        }
        expect(plainly(data, found, k, people).rows).toBeLessThanOrEqual(allowed);
        found.forEach((at, ladder) => {
          if (at > 0)
            expect(
              plainly(
                data,
                found.map((each, index) => (index === ladder ? each - 1 : each)),
                k,
                people,
              ).rows,
            ).toBeGreaterThan(allowed);
        });
      }),
      { seed: 8 },
    );
  });
});
