import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { seededRandom, type Random } from '#engine/anonymise/local/seeded-random.ts';

/** A table of random codes; every column has all of its values somewhere, or is told as if it had. */
export function tinyTable(random: Random, rows: number, domains: readonly number[]): CodedTable {
  return {
    rows,
    columns: domains.map((domain, at) => ({
      name: `c${at}`,
      codes: Uint16Array.from({ length: rows }, () => Math.floor(random() * domain)),
      values: Array.from({ length: domain }, (_, value) => `v${value}`),
    })),
  };
}

/** Rows by group. */
export function membersOf(groupOf: Uint32Array): number[][] {
  const groups: number[][] = [];
  for (const [row, group] of groupOf.entries()) (groups[group] ??= []).push(row);
  return groups;
}

/** Every way to part 0 … count − 1 into groups. */
export function* partitions(count: number): Generator<number[][]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const part of partitions(count - 1)) {
    for (const at of part.keys()) yield part.map((group, other) => (other === at ? [...group, count - 1] : group));
    yield [...part, [count - 1]];
  }
}

/** Random tables, as many as asked, each with its own seed. */
export const seeds = (count: number): [number, Random][] =>
  Array.from({ length: count }, (_, at) => [at + 1, seededRandom(at + 1)]);
