import type { Block } from './block.ts';
import { addUnit, emptyCounts, mergeGroup, missing, missingTogether, type GroupCounts } from './group-counts.ts';
import type { Groups } from './grow-groups.ts';
import { unitsByValue, type UnitsByValue } from './units-by-value.ts';

/** What the groups have, so that the cost of one unit more is found by its values. */
interface Standing extends UnitsByValue {
  block: Block;
  groups: Groups;
  counts: GroupCounts;
  /** Σ weight of the values of each group beyond its first in each column, but for a constant. */
  spread: Float64Array;
}

/** What each group would have to take in with a unit: weight of the values that are new to it. */
function newTo({ block, groups, start, units }: Standing, unit: number, seen: Int32Array): Float64Array {
  const { items, itemStart, weight, base } = block;
  let all = base[unit]!;
  for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) all += weight[items[at]!]!;
  const fresh = new Float64Array(groups.members.length).fill(all);
  for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) {
    const value = items[at]!;
    if (value === 0) continue;
    for (let place = start[value]!; place < start[value + 1]!; place += 1) {
      const group = groups.of[units[place]!]!;
      if (group < 0 || seen[group] === value) continue;
      seen[group] = value;
      fresh[group]! -= weight[value]!;
    }
  }
  return fresh;
}

/** So many groups are asked whether they may take a unit, the cheapest first. */
const asked = 40;

/** Puts a unit into the group it costs least, of those that keep to the models. */
function place(standing: Standing, unit: number, seen: Int32Array): boolean {
  const { block, groups, counts, spread } = standing;
  const rows = block.rows[unit]!;
  seen.fill(0);
  const fresh = newTo(standing, unit, seen);
  const cost = fresh.map((more, group) => rows * spread[group]! + (counts.rows[group]! + rows) * more);
  for (let turn = 0; turn < asked; turn += 1) {
    let best = -1;
    for (let group = 0; group < cost.length; group += 1)
      if (cost[group]! < (best < 0 ? Infinity : cost[best]!)) best = group;
    if (best < 0) return false;
    addUnit(counts, best, unit);
    if (block.models.length === 0 || missing(counts, best) === 0) {
      groups.of[unit] = best;
      groups.members[best]!.push(unit);
      spread[best]! += fresh[best]!;
      return true;
    }
    addUnit(counts, best, unit, -1);
    cost[best] = Infinity;
  }
  return false;
}

/** What fits nowhere becomes a group with as many others as it takes: together they keep to what the block keeps to. */
function gather({ groups, counts }: Standing, rest: number[], k: number): void {
  const bag = groups.members.length;
  for (const unit of rest) addUnit(counts, bag, unit);
  const open = new Set(groups.members.keys());
  const merged = [...rest];
  while ((counts.people[bag]! < k || missing(counts, bag) > 0) && open.size > 0) {
    let best = -1;
    let low = Infinity;
    for (const group of open) {
      const tried = missingTogether(counts, group, bag);
      if (tried < low) {
        low = tried;
        best = group;
      }
    }
    mergeGroup(counts, best, bag);
    merged.push(...groups.members[best]!);
    open.delete(best);
  }
  groups.members = [...[...open].map((group) => groups.members[group]!), merged];
  for (const [group, members] of groups.members.entries()) for (const unit of members) groups.of[unit] = group;
}

function standingOf(block: Block, groups: Groups): Standing {
  const counts = emptyCounts(block, groups.members.length + 1);
  for (const [group, members] of groups.members.entries()) for (const unit of members) addUnit(counts, group, unit);
  const spread = Float64Array.from(groups.members, (members) => spreadOf(block, members));
  return { block, groups, counts, ...unitsByValue(block), spread };
}

/** Gives every unit without a group one; the block as a whole must keep to k and the models. */
export function placeRest(block: Block, k: number, groups: Groups): void {
  const standing = standingOf(block, groups);
  const seen = new Int32Array(groups.members.length);
  const rest: number[] = [];
  for (let unit = 0; unit < block.units; unit += 1)
    if (groups.of[unit]! < 0 && !place(standing, unit, seen)) rest.push(unit);
  if (rest.length > 0) gather(standing, rest, k);
}

/** Gives every unit that does not count a group; there must be one, and no model. */
export function placeUncounted(block: Block, groups: Groups): void {
  if (block.counts.every((one) => one === 1)) return;
  const standing = standingOf(block, groups);
  const seen = new Int32Array(groups.members.length);
  for (let unit = 0; unit < block.units; unit += 1) if (block.counts[unit] === 0) place(standing, unit, seen);
}

/** Weight of the different values of some units, less that of one per column. */
function spreadOf({ items, itemStart, weight, base }: Block, members: readonly number[]): number {
  const has = new Set<number>();
  let sum = 0;
  for (const unit of members) {
    sum += base[unit]!;
    for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) has.add(items[at]!);
  }
  for (const value of has) sum += weight[value]!;
  return sum;
}
