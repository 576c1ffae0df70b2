import { addUnit, missing, missingTogether } from './group-counts.ts';
import { addPart, complete, costWithout, openGroup, takePart, type TreeGroups } from './tree-groups.ts';

/** Smaller savings are rounding. */
const least = 1e-9;

/** What one unit of a kind adds to a group, in cost of all its rows; `limit` or more where it costs that much. */
function costOf({ block, node, size, cost }: TreeGroups, group: number, kind: number, limit: number): number {
  const { width, trees } = block;
  const [had, before] = [size[group]!, cost[group]!];
  const most = (limit + before * had) / (had + 1);
  let sum = before;
  for (let column = 0; column < width; column += 1) {
    if (sum >= most) return limit;
    const { nodes, joinedCost, cost: costs } = trees[column]!;
    const own = node[group * width + column]!;
    sum += joinedCost[own * nodes + block.node[kind * width + column]!]! - costs[own]!;
  }
  return sum * (had + 1) - before * had;
}

/** The group in which units of a kind cost least, below `limit` for the first of them. */
function bestFor(groups: TreeGroups, kind: number, skip: number, limit: number): { group: number; cost: number } {
  let best = -1;
  let low = limit;
  for (let group = 0; group < groups.parts.length; group += 1) {
    if (group === skip || groups.size[group] === 0) continue;
    const cost = costOf(groups, group, kind, low);
    if (cost >= low) continue;
    low = cost;
    best = group;
  }
  return { group: best, cost: low };
}

/** What `units` more of a kind cost a group together: its labels rise once. */
function costOfAll({ block, node, size, cost }: TreeGroups, group: number, kind: number, units: number): number {
  const { width, trees } = block;
  let sum = 0;
  for (let column = 0; column < width; column += 1) {
    const { nodes, joinedCost } = trees[column]!;
    sum += joinedCost[node[group * width + column]! * nodes + block.node[kind * width + column]!]!;
  }
  return sum * (size[group]! + units) - cost[group]! * size[group]!;
}

/** Moves units from one group to another; back again, and false, where one of them would miss a model. */
function move(groups: TreeGroups, from: number, into: number, kind: number, units: number): boolean {
  const guarded = groups.counts.block.models.length > 0;
  if (guarded) {
    const { counts } = groups;
    addUnit(counts, from, kind, -units);
    addUnit(counts, into, kind, units);
    const hold = missing(counts, from) === 0 && missing(counts, into) === 0;
    addUnit(counts, from, kind, units);
    addUnit(counts, into, kind, -units);
    if (!hold) return false;
  }
  takePart(groups, from, kind, units);
  addPart(groups, into, kind, units);
  return true;
}

/** Units of a group that it does not need go where they cost less. @returns how many kinds moved */
function moveSpare(groups: TreeGroups, group: number): number {
  const { k, size, cost, parts, counts } = groups;
  let moved = 0;
  for (const { kind, units } of parts[group]!.slice()) {
    const named = counts.block.counts[kind] === 1;
    const spare = named ? Math.min(units, counts.people[group]! - k) : units;
    if (spare <= 0 || cost[group]! <= least) continue;
    const whole = spare === units;
    const kept = (size[group]! - spare) * (whole ? costWithout(groups, group, kind) : cost[group]!);
    const save = size[group]! * cost[group]! - kept;
    if (save <= least) continue;
    const { group: into } = bestFor(groups, kind, group, save / spare);
    if (into < 0 || costOfAll(groups, into, kind, spare) >= save - least) continue;
    if (move(groups, group, into, kind, spare)) moved += 1;
  }
  return moved;
}

/** A group whose parts cost less elsewhere is given up. */
function dissolve(groups: TreeGroups, group: number): boolean {
  const { size, cost, parts } = groups;
  const worth = size[group]! * cost[group]!;
  const plan: [kind: number, units: number, into: number][] = [];
  let spent = 0;
  for (const { kind, units } of parts[group]!.slice()) {
    const { group: into } = bestFor(groups, kind, group, (worth - spent) / units);
    if (into < 0) return false;
    spent += costOfAll(groups, into, kind, units);
    if (spent >= worth - least) return false;
    plan.push([kind, units, into]);
  }
  for (const [kind, units, into] of plan) {
    takePart(groups, group, kind, units);
    addPart(groups, into, kind, units);
  }
  return true;
}

/** Groups with the same labels look alike: they are one. */
function mergeAlike(groups: TreeGroups): void {
  const { block, node, size, parts } = groups;
  const known = new Map<string, number>();
  for (let group = 0; group < parts.length; group += 1) {
    if (size[group] === 0) continue;
    const key = node.subarray(group * block.width, (group + 1) * block.width).join();
    const into = known.get(key);
    if (into === undefined) known.set(key, group);
    else
      for (const { kind, units } of parts[group]!.slice()) {
        takePart(groups, group, kind, units);
        addPart(groups, into, kind, units);
      }
  }
}

/**
 * Improves groups for so many rounds, or until nothing moves: units a group can spare go where they cost less; every
 * second round a group is given up whose parts cost less elsewhere.
 */
export function moveOnTrees(groups: TreeGroups, rounds: number, onShare: (share: number) => void): void {
  const guarded = groups.counts.block.models.length > 0;
  for (let round = 0; round < rounds; round += 1) {
    mergeAlike(groups);
    let moved = 0;
    for (let group = 0; group < groups.parts.length; group += 1) {
      if (groups.parts[group]!.length > 0) moved += moveSpare(groups, group);
      if (
        round % 2 === 1 &&
        !guarded &&
        groups.cost[group]! > least &&
        groups.size[group]! > 0 &&
        dissolve(groups, group)
      )
        moved += 1;
      if (group % 64 === 0) onShare((round + group / groups.parts.length) / rounds);
    }
    if (moved === 0 && round % 2 === 1) break;
  }
  mergeAlike(groups);
}

/** So many groups are asked whether they may take a unit, the cheapest first. */
const asked = 100;

/** The cheapest group that holds with one more unit of a kind; −1 where none of those asked does. */
function cheapestHolding(groups: TreeGroups, kind: number): number {
  const { counts, parts, size } = groups;
  if (counts.block.models.length === 0) return bestFor(groups, kind, -1, Infinity).group;
  const cost = Float64Array.from(parts, (_, group) =>
    size[group] === 0 ? Infinity : costOf(groups, group, kind, Infinity),
  );
  for (let turn = 0; turn < asked; turn += 1) {
    let best = 0;
    for (let group = 1; group < cost.length; group += 1) if (cost[group]! < cost[best]!) best = group;
    if (!(cost[best]! < Infinity)) return -1;
    addUnit(counts, best, kind);
    const holds = missing(counts, best) === 0;
    addUnit(counts, best, kind, -1);
    if (holds) return best;
    cost[best] = Infinity;
  }
  return -1;
}

/** Puts what found no group where it costs least, or, where no group may take it, into one that gathers others. */
export function placeOnTrees(groups: TreeGroups): void {
  const { block, free } = groups;
  const rest: number[] = [];
  for (const kind of block.size.keys())
    for (; free[kind]! > 0; free[kind]! -= 1) {
      const group = cheapestHolding(groups, kind);
      if (group >= 0) addPart(groups, group, kind, 1);
      else rest.push(kind);
    }
  if (rest.length > 0) gather(groups, rest);
}

/** One group of all that fits nowhere, and of as many other groups as it takes until it is complete. */
function gather(groups: TreeGroups, rest: readonly number[]): void {
  const { parts, size, counts } = groups;
  const bag = openGroup(groups, rest[0]!);
  for (const kind of rest) addPart(groups, bag, kind, 1);
  while (!complete(groups, bag)) {
    let best = -1;
    let low = Infinity;
    for (let group = 0; group < bag; group += 1) {
      if (size[group] === 0) continue;
      const tried = missingTogether(counts, group, bag);
      if (tried >= low) continue;
      low = tried;
      best = group;
    }
    if (best < 0) return;
    for (const { kind, units } of parts[best]!.slice()) {
      takePart(groups, best, kind, units);
      addPart(groups, bag, kind, units);
    }
  }
}
