import { addUnit, emptyCounts, missing, type GroupCounts } from './group-counts.ts';
import type { TreeBlock } from './tree-block.ts';

/** Groups on hierarchies, and what of each kind has none yet. */
export interface TreeGroups {
  block: TreeBlock;
  k: number;
  /** Units by kind, by group; an empty group is none. */
  parts: Map<number, number>[];
  /** Units by group. */
  size: number[];
  /** Label of group g in column j: `node[g * width + j]`. */
  node: Uint32Array;
  /** Σ cost of the labels, by group. */
  cost: number[];
  /** Units by kind without a group. */
  free: Uint32Array;
  counts: GroupCounts;
}

export function noGroups(block: TreeBlock, k: number): TreeGroups {
  // Each group begins with a kind of its own; one more may gather what fits nowhere.
  const most = block.kinds + 1;
  return {
    block,
    k,
    parts: [],
    size: [],
    node: new Uint32Array(most * block.width),
    cost: [],
    free: block.size.slice(),
    counts: emptyCounts(block.counting, most),
  };
}

/** A new group of nothing, at the nodes of a kind. */
export function openGroup({ block, parts, size, node, cost }: TreeGroups, kind: number): number {
  const group = parts.length;
  const { width, trees } = block;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const own = block.node[kind * width + column]!;
    node[group * width + column] = own;
    sum += trees[column]!.cost[own]!;
  }
  parts.push(new Map());
  size.push(0);
  cost.push(sum);
  return group;
}

/** Adds units of a kind to a group and widens its labels. */
export function addPart(groups: TreeGroups, group: number, kind: number, units: number): void {
  const { block, parts, size, node, cost } = groups;
  const { width, trees } = block;
  const own = parts[group]!;
  own.set(kind, (own.get(kind) ?? 0) + units);
  size[group]! += units;
  addUnit(groups.counts, group, kind, units);
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const { nodes, joined, cost: costs } = trees[column]!;
    const at = group * width + column;
    const above = joined[node[at]! * nodes + block.node[kind * width + column]!]!;
    node[at] = above;
    sum += costs[above]!;
  }
  cost[group] = sum;
}

/** Takes units of a kind out of a group; its labels become as narrow as what is left allows. */
export function takePart(groups: TreeGroups, group: number, kind: number, units: number): void {
  const { parts, size } = groups;
  const own = parts[group]!;
  const left = own.get(kind)! - units;
  size[group]! -= units;
  addUnit(groups.counts, group, kind, -units);
  if (left > 0) {
    own.set(kind, left);
    return;
  }
  own.delete(kind);
  narrow(groups, group);
}

function narrow({ block, parts, node, cost }: TreeGroups, group: number): void {
  const { width, trees } = block;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const { nodes, joined, cost: costs } = trees[column]!;
    let at = -1;
    for (const kind of parts[group]!.keys()) {
      const own = block.node[kind * width + column]!;
      at = at < 0 ? own : joined[at * nodes + own]!;
    }
    if (at < 0) continue;
    node[group * width + column] = at;
    sum += costs[at]!;
  }
  cost[group] = sum;
}

/** What the labels of a group would cost without a kind. */
export function costWithout({ block, parts }: TreeGroups, group: number, without: number): number {
  const { width, trees } = block;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const { nodes, joined, cost } = trees[column]!;
    let at = -1;
    for (const kind of parts[group]!.keys()) {
      if (kind === without) continue;
      const own = block.node[kind * width + column]!;
      at = at < 0 ? own : joined[at * nodes + own]!;
    }
    if (at >= 0) sum += cost[at]!;
  }
  return sum;
}

/** Does a group have k people, and keep to the models? */
export const complete = ({ k, counts }: TreeGroups, group: number): boolean =>
  counts.people[group]! >= k && (counts.block.models.length === 0 || missing(counts, group) === 0);
