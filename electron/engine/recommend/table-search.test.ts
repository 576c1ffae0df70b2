import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding } from '#test/support/finding.ts';
import { spec, type Ladder } from './step-spec.ts';
import { dropped, entry, isDropped, type CodedColumn, type Stand } from './stands.ts';
import { TableSearch } from './table-search.ts';

/** A column of the numbers 0…5 in bands: finest at 1, 2, 3, 4 and 5, coarsest at 3 alone. */
function column(name: string, values: number[]): CodedColumn {
  const stepOf = (edges: number[]) => spec('numeric-bins', { edges });
  const edges = [1, 2, 3, 4, 5];
  const ladder: Ladder = {
    kind: 'ladder',
    column: { name, physical: name, header: name },
    finding: finding(name, 'unknown'),
    reason: '',
    levels: [
      { step: stepOf(edges), loss: 0.2 },
      { step: stepOf([3]), loss: 0.5 },
      { step: 'drop', loss: 1 },
    ],
    parts: {
      kind: 'edges',
      edges,
      labels: [],
      stepOf,
      rungs: new Map([
        [0, [0, 1, 2, 3, 4]],
        [1, [2]],
      ]),
    },
  };
  const map = Uint32Array.from({ length: 6 }, (_, value) => value);
  const rungs = [
    { map, labels: 6 },
    { map: map.map((value) => Number(value >= 3)), labels: 2 },
    { map: new Uint32Array(6), labels: 1 },
  ];
  return { ladder, codes: Uint16Array.from(values), rungs, atoms: Int32Array.from(map) };
}

type Row = { values: [number, number, number]; person: number };
const band = (value: number, edges: number[]): number => edges.filter((edge) => edge <= value).length;

/** Rows in groups of fewer than k people, or rows, by plain grouping. @param edges of each column; null: left out */
function plainly(rows: Row[], edges: (number[] | null)[], k: number, people: boolean): number {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = edges.map((bounds, at) => (bounds === null ? '' : band(row.values[at] ?? 0, bounds))).join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const size = (group: Row[]): number =>
    people
      ? Math.max(1, new Set(group.map(({ person }) => person).filter((person) => person !== 0)).size)
      : group.length;
  return [...groups.values()].filter((group) => size(group) < k).reduce((sum, group) => sum + group.length, 0);
}

const edgesAt = ({ ladder }: CodedColumn, stand: Stand): number[] | null => {
  if (isDropped(ladder, stand)) return null;
  return 'parts' in stand ? stand.parts.map((part) => part + 1) : [];
};
const row = fc.record({ values: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)), person: fc.nat(9) });

describe('a table that grows', () => {
  it('holds the limit, and no single further bound or column would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 5, maxLength: 120 }),
        fc.integer({ min: 2, max: 5 }),
        fc.boolean(),
        async (rows, k, people) => {
          const columns = [0, 1, 2].map((at) =>
            column(
              `c${at + 1}`,
              rows.map(({ values }) => values[at] ?? 0),
            ),
          );
          const allowed = Math.floor(rows.length / 10);
          const person = people ? Uint32Array.from(rows, (each) => each.person) : null;
          const search = new TableSearch({
            rows: { count: rows.length, weights: null, person },
            k,
            allowed,
            most: 3,
            start: new Map(),
            wishOf: ({ column: { name } }) => ({ weight: 1, need: name }),
            rival: () => undefined,
            breathe: async () => undefined,
          });
          await search.improve(columns, 2);
          const found = columns.map((each) => edgesAt(each, search.stands.get(each) ?? dropped(each.ladder)));
          const lost = plainly(rows, found, k, people);
          expect(search.partition.small).toBe(lost);
          if (plainly(rows, [null, null, null], k, people) <= allowed) expect(lost).toBeLessThanOrEqual(allowed);
          for (const [at, edges] of found.entries()) {
            const first = edgesAt(columns[at]!, entry(columns[at]!)) ?? [];
            const finer =
              edges === null
                ? [first]
                : [1, 2, 3, 4, 5].filter((edge) => !edges.includes(edge)).map((edge) => [...edges, edge]);
            for (const bounds of finer)
              expect(
                plainly(
                  rows,
                  found.map((each, index) => (index === at ? bounds : each)),
                  k,
                  people,
                ),
              ).toBeGreaterThan(allowed);
          }
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});
