import { allowedNext } from './group-counts.ts';
import { shuffle, type Random } from './seeded-random.ts';
import type { TreeBlock } from './tree-block.ts';
import { addPart, complete, dropGroup, noGroups, openGroup, takePart, type TreeGroups } from './tree-groups.ts';

/** Who can still be taken, and what each would cost the group that grows. */
interface Reach {
  live: Uint32Array;
  /** Σ cost of the labels that group and kind would have together, by kind. */
  rise: Float32Array;
  /** Group of a kind that has k units by itself, whose spare ones may be lent; −1 where it has none. */
  own: Int32Array;
}

/** A kind that lends units is marked down by this for each: it was without loss by itself. */
const lending = 0.25;
/** Of kinds that cost the same, the larger one first. */
const larger = 1e-4;

/** Kinds of k units and more stand by themselves, without any loss; where models hold, all units at the same nodes. */
function openAlone(groups: TreeGroups): Int32Array {
  const { block, k, free } = groups;
  const own = new Int32Array(block.kinds).fill(-1);
  const guarded = block.counting.models.length > 0;
  for (const alike of guarded ? sameNodes(block) : Array.from(block.size.keys(), (kind) => [kind])) {
    const units = alike.reduce((sum, kind) => sum + block.size[kind]!, 0);
    if (units < k || block.counting.counts[alike[0]!] === 0) continue;
    const group = openGroup(groups, alike[0]!);
    for (const kind of alike) addPart(groups, group, kind, block.size[kind]!);
    if (complete(groups, group)) {
      for (const kind of alike) free[kind] = 0;
      if (!guarded) own[alike[0]!] = group;
    } else dropGroup(groups);
  }
  return own;
}

function sameNodes({ kinds, width, node, counting }: TreeBlock): number[][] {
  const alike = new Map<string, number[]>();
  for (let kind = 0; kind < kinds; kind += 1) {
    const key = `${counting.counts[kind]} ${node.subarray(kind * width, (kind + 1) * width).join()}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [kind]);
    else known.push(kind);
  }
  return [...alike.values()];
}

/** What each live kind would cost, from the group's labels. */
function startRise({ block, node }: TreeGroups, { live, rise }: Reach, group: number): void {
  const { width, trees } = block;
  for (const kind of live) rise[kind] = 0;
  for (let column = 0; column < width; column += 1) {
    const { nodes, joinedCost } = trees[column]!;
    const from = node[group * width + column]! * nodes;
    for (const kind of live) rise[kind]! += joinedCost[from + block.node[kind * width + column]!]!;
  }
}

/** The same after a label of the group rose: only that column is added up again. */
function raise({ block }: TreeGroups, { live, rise }: Reach, column: number, before: number, after: number): void {
  const { width } = block;
  const { nodes, joinedCost } = block.trees[column]!;
  const [old, now] = [before * nodes, after * nodes];
  for (const kind of live) {
    const at = block.node[kind * width + column]!;
    rise[kind]! += joinedCost[now + at]! - joinedCost[old + at]!;
  }
}

const spareOf = ({ k, free, size }: TreeGroups, own: Int32Array, kind: number): number =>
  own[kind]! >= 0 ? size[own[kind]!]! - k : free[kind]!;

/** The kind that widens the group least, −1 where there is none. */
function cheapest(groups: TreeGroups, { live, rise, own }: Reach, group: number): number {
  const { block, k, size, cost } = groups;
  const { models, rowStart } = block.counting;
  const allowed = models.length > 0 ? groupAllowed(groups, group) : [];
  const need = Math.max(1, k - size[group]!);
  const has = cost[group]!;
  let best = -1;
  let low = Infinity;
  for (const kind of live) {
    const spare = spareOf(groups, own, kind);
    if (spare <= 0) continue;
    const given = Math.min(spare, need);
    const dearer = rise[kind]! - has;
    const at = (own[kind]! >= 0 ? dearer * (1 + given * lending) : dearer) - given * larger;
    if (at >= low) continue;
    if (models.some((model, place) => allowed[place]![model.codes[rowStart[kind]!]!] === 0)) continue;
    low = at;
    best = kind;
  }
  return best;
}

function groupAllowed({ counts, k }: TreeGroups, group: number): Uint8Array[] {
  const { block, rows, people, values } = counts;
  return allowedNext(
    {
      block,
      people: people.subarray(group, group + 1),
      rows: rows.subarray(group, group + 1),
      values: values.map((all, at) =>
        all.subarray(group * block.models[at]!.values, (group + 1) * block.models[at]!.values),
      ),
    },
    k,
  );
}

/** Moves units of a kind into the group that grows. */
function take(groups: TreeGroups, reach: Reach, group: number, kind: number): void {
  const { block, k, size, free, node } = groups;
  const { width } = block;
  const own = reach.own[kind]!;
  const guarded = block.counting.models.length > 0;
  const all = spareOf(groups, reach.own, kind);
  const units = guarded ? 1 : own >= 0 ? Math.min(all, k - size[group]!) : all;
  if (own >= 0) takePart(groups, own, kind, units);
  else free[kind]! -= units;
  const before = node.slice(group * width, (group + 1) * width);
  addPart(groups, group, kind, units);
  for (let column = 0; column < width; column += 1)
    if (before[column] !== node[group * width + column])
      raise(groups, reach, column, before[column]!, node[group * width + column]!);
}

/** A group that has so many times k units, and 200 more, and still misses a model is given up. */
const patience = 20;

function grow(groups: TreeGroups, reach: Reach, seed: number): boolean {
  const { k, size, free } = groups;
  const group = openGroup(groups, seed);
  startRise(groups, reach, group);
  take(groups, reach, group, seed);
  while (!complete(groups, group)) {
    const kind = size[group]! > patience * k + 200 ? -1 : cheapest(groups, reach, group);
    if (kind < 0) {
      // What lenders gave stays out of their groups: it is placed with the rest.
      for (const part of groups.parts[group]!) free[part.kind]! += part.units;
      dropGroup(groups);
      return false;
    }
    take(groups, reach, group, kind);
  }
  return true;
}

/** So many seeds in a row that found no group: what is left will not either. */
const fruitless = 12;

/**
 * Greedy groups over kinds: a seed by chance, then the kind that raises the labels least, until the group is complete. A
 * kind that stands alone may lend units that it does not need. What finds no group is left in `free`.
 */
export function growOnTrees(block: TreeBlock, k: number, random: Random, onShare: (share: number) => void): TreeGroups {
  const groups = noGroups(block, k);
  const own = openAlone(groups);
  const { free, size } = groups;
  const counted = Uint32Array.from(block.size.keys()).filter((kind) => block.counting.counts[kind] === 1);
  const canGive = (kind: number): boolean => (own[kind]! >= 0 ? size[own[kind]!]! > k : free[kind]! > 0);
  const reach: Reach = { live: counted.filter(canGive), rise: new Float32Array(block.kinds), own };
  const seeds = shuffle(
    counted.filter((kind) => free[kind]! > 0),
    random,
  );
  let failures = 0;
  for (const [turn, seed] of seeds.entries()) {
    if (failures >= fruitless) break;
    if (free[seed] === 0) continue;
    if (turn % 32 === 0) {
      reach.live = reach.live.filter(canGive);
      onShare(turn / seeds.length);
    }
    failures = grow(groups, reach, seed) ? 0 : failures + 1;
  }
  return groups;
}
