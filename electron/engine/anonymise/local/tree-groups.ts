import { addUnit, emptyCounts, missing, type GroupCounts } from './group-counts.ts';
import type { TreeBlock } from './tree-block.ts';

/** Units of one kind in a group. */
export interface Part {
  kind: number;
  units: number;
}

/** Groups on hierarchies, and what of each kind has none yet. */
export interface TreeGroups {
  block: TreeBlock;
  k: number;
  /** By group, each kind once; an empty group is none. */
  parts: Part[][];
  /** Units by group. */
  size: Uint32Array;
  /** Label of group g in column j: `node[g * width + j]`. */
  node: Uint32Array;
  /** Σ cost of the labels, by group. */
  cost: Float64Array;
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
    size: new Uint32Array(most),
    node: new Uint32Array(most * block.width),
    cost: new Float64Array(most),
    free: block.size.slice(),
    counts: emptyCounts(block.counting, most),
  };
}

/** A new group of nothing, at the nodes of a kind. */
export function openGroup({ block, parts, node, cost }: TreeGroups, kind: number): number {
  const group = parts.length;
  const { width, trees } = block;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const own = block.node[kind * width + column]!;
    node[group * width + column] = own;
    sum += trees[column]!.cost[own]!;
  }
  parts.push([]);
  cost[group] = sum;
  return group;
}

/** Takes the newest group away, with all it has. */
export function dropGroup(groups: TreeGroups): void {
  const group = groups.parts.length - 1;
  for (const { kind, units } of groups.parts.pop()!) addUnit(groups.counts, group, kind, -units);
  groups.size[group] = 0;
}

/** Adds units of a kind to a group and widens its labels. */
export function addPart(groups: TreeGroups, group: number, kind: number, units: number): void {
  const { block, parts, size, node, cost } = groups;
  const { width, trees } = block;
  const own = parts[group]!.find((part) => part.kind === kind);
  if (own === undefined) parts[group]!.push({ kind, units });
  else own.units += units;
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
  const at = own.findIndex((part) => part.kind === kind);
  own[at]!.units -= units;
  size[group]! -= units;
  addUnit(groups.counts, group, kind, -units);
  if (own[at]!.units > 0) return;
  own.splice(at, 1);
  if (own.length > 0) narrow(groups, group);
}

/** The lowest node over a column of a group's kinds but one; −1 where there is no other. */
function over({ block, parts }: TreeGroups, group: number, column: number, without: number): number {
  const { width, trees, node } = block;
  const { nodes, joined } = trees[column]!;
  let at = -1;
  for (const { kind } of parts[group]!) {
    if (kind === without) continue;
    const own = node[kind * width + column]!;
    at = at < 0 ? own : joined[at * nodes + own]!;
  }
  return at;
}

function narrow(groups: TreeGroups, group: number): void {
  const { width, trees } = groups.block;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const at = over(groups, group, column, -1);
    groups.node[group * width + column] = at;
    sum += trees[column]!.cost[at]!;
  }
  groups.cost[group] = sum;
}

/** What the labels of a group would cost without a kind. */
export function costWithout(groups: TreeGroups, group: number, without: number): number {
  const { width, trees } = groups.block;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const at = over(groups, group, column, without);
    if (at >= 0) sum += trees[column]!.cost[at]!;
  }
  return sum;
}

/** Does a group have k people, and keep to the models? */
export const complete = ({ k, counts }: TreeGroups, group: number): boolean =>
  counts.people[group]! >= k && (counts.block.models.length === 0 || missing(counts, group) === 0);
