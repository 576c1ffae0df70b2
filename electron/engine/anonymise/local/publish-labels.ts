import { breathe } from '#engine/jobs/cancelled.ts';
import { numberGroups } from './number-groups.ts';
import type { HierarchyColumn } from './tree-columns.ts';
import { join, type TreeColumn } from './tree-join.ts';

export interface Published {
  /** By column and row: the level of the label that the row gets. */
  level: Uint8Array[];
  /** By column and row: its place in `hierarchy.levels[level].labels`. */
  label: Uint32Array[];
  /** The class of each row, from 0: rows with the same texts in all columns, whichever group made them. */
  groupOf: Uint32Array;
  groups: number;
  /** Mean over all cells of (leaves under the label − 1) / (leaves of the hierarchy − 1). */
  ncp: number;
}

/** The lowest label over all rows of a group, for every group: node by group. */
function groupNodes(
  codes: HierarchyColumn['codes'],
  tree: TreeColumn,
  groupOf: Uint32Array,
  groups: number,
): Int32Array {
  const leaf = tree.above[0]!;
  const nodes = new Int32Array(groups).fill(-1);
  for (let row = 0; row < groupOf.length; row += 1) {
    const own = leaf[codes[row]!]!;
    const group = groupOf[row]!;
    nodes[group] = nodes[group]! < 0 ? own : join(tree, nodes[group]!, own);
  }
  return nodes;
}

/** Puts groups together whose labels read the same so far. @param texts number of the text, by group */
function refine(classOf: Uint32Array, texts: Uint32Array): Uint32Array {
  const known = new Map<number, number>();
  return classOf.map((own, group) => {
    const key = own * 0x1_00_00_00_00 + texts[group]!;
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
}

/**
 * Labels of groups, as a reader sees them.
 * @param groupOf any numbers
 * @throws Failure JOB_CANCELLED
 */
export async function publishLabels(
  columns: readonly HierarchyColumn[],
  trees: readonly TreeColumn[],
  groupOf: Uint32Array,
  signal: AbortSignal | undefined,
): Promise<Published> {
  const rows = groupOf.length;
  const { of, count } = numberGroups(groupOf);
  let classOf: Uint32Array = new Uint32Array(count);
  let lost = 0;
  const [level, label]: [Uint8Array[], Uint32Array[]] = [[], []];
  for (const [at, { codes, hierarchy }] of columns.entries()) {
    const tree = trees[at]!;
    const nodes = groupNodes(codes, tree, of, count);
    const first = hierarchy.levels.map((_, up) => tree.level.indexOf(up));
    const texts = new Map<string, number>();
    const text = Uint32Array.from(nodes, (node) => {
      const up = tree.level[node]!;
      const own = hierarchy.levels[up]!.labels[node - first[up]!]!;
      const number = texts.get(own) ?? texts.size;
      texts.set(own, number);
      return number;
    });
    classOf = refine(classOf, text);
    level.push(Uint8Array.from(of, (group) => tree.level[nodes[group]!]!));
    label.push(Uint32Array.from(of, (group) => nodes[group]! - first[tree.level[nodes[group]!]!]!));
    for (let row = 0; row < rows; row += 1) lost += tree.cost[nodes[of[row]!]!]!;
    await breathe(signal);
  }
  const classes = numberGroups(of.map((group) => classOf[group]!));
  const cells = rows * columns.length;
  return { level, label, groupOf: classes.of, groups: classes.count, ncp: cells === 0 ? 0 : lost / cells };
}
