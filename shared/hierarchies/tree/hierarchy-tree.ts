import { findFault, type HierarchyFault } from './find-fault.ts';

/**
 * A hierarchy as a tree whose leaves are values. `above[0]` says of every value which label of level 1 it lies under, in
 * the order of the rows; `above[n]` of every label of level n, which of level n + 1. A label names one node of its level.
 * At least one level; none of them has a label that nothing lies under.
 */
export interface HierarchyTree {
  readonly above: readonly ReadonlyMap<string, string>[];
}

/** A value (level 0) or a label of a level. */
export interface TreeNode {
  readonly level: number;
  readonly label: string;
}

/** How many levels lie above the values. */
export const heightOf = ({ above }: HierarchyTree): number => above.length;

/** The labels of a level; of level 0, the values. */
export const labelsAt = ({ above }: HierarchyTree, level: number): string[] =>
  level < above.length ? [...above[level]!.keys()] : [...new Set(above.at(-1)!.values())];

/**
 * Rows, each a value and its labels upwards, as a tree. A row that is shorter than others goes on with its last label,
 * as the step reads it; a row that says the same as one before counts once. No rows: a tree of one empty level.
 */
export function treeOfRows(
  rows: readonly (readonly string[])[],
): { ok: true; tree: HierarchyTree } | { ok: false; fault: HierarchyFault } {
  const length = rows.reduce((most, row) => Math.max(most, row.length), 2);
  const even = rows.map((row) =>
    row.length === length ? row : [...row, ...Array.from({ length: length - row.length }, () => row.at(-1) ?? '')],
  );
  const fault = findFault(even);
  if (fault !== null) return { ok: false, fault };
  const above = Array.from(
    { length: length - 1 },
    (_, level) => new Map(even.map((row) => [row[level]!, row[level + 1]!])),
  );
  return { ok: true, tree: { above } };
}

/** A row per value, in the order of the values. */
export const rowsOfTree = ({ above }: HierarchyTree): string[][] =>
  [...above[0]!.keys()].map((value) => {
    const row = [value];
    for (const level of above) row.push(level.get(row.at(-1)!)!);
    return row;
  });

/**
 * What lies directly under each label: `[level].get(label)`, for the levels 1 and up, in the order of the rows; level 0
 * is empty.
 */
export function childrenOf({ above }: HierarchyTree): Map<string, string[]>[] {
  return [
    new Map<string, string[]>(),
    ...above.map((level) => {
      const children = new Map<string, string[]>();
      for (const [below, label] of level) {
        const known = children.get(label);
        if (known) known.push(below);
        else children.set(label, [below]);
      }
      return children;
    }),
  ];
}
