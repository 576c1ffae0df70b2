import type { CodedColumn } from '../coded/coded-table.ts';

/** Rows by group: those of group g are `order[start[g]] … order[start[g + 1] - 1]`, as they stand in the table. */
export interface RowsByGroup {
  start: Uint32Array;
  order: Uint32Array;
}

export function rowsByGroup(groupOf: Uint32Array, groups: number): RowsByGroup {
  const start = new Uint32Array(groups + 1);
  for (const group of groupOf) start[group]! += 1;
  for (let group = 0, sum = 0; group <= groups; group += 1) {
    sum += start[group]!;
    start[group] = sum;
  }
  const order = new Uint32Array(groupOf.length);
  for (let row = groupOf.length - 1; row >= 0; row -= 1) order[--start[groupOf[row]!]!] = row;
  return { start, order };
}

/** The different codes of each group, rising. */
export function groupSets(codes: CodedColumn['codes'], groupOf: Uint32Array, groups: number): Uint32Array[] {
  const { start, order } = rowsByGroup(groupOf, groups);
  return Array.from({ length: groups }, (_, group) =>
    Uint32Array.from(new Set(order.subarray(start[group], start[group + 1]).map((row) => codes[row]!))).toSorted(),
  );
}
