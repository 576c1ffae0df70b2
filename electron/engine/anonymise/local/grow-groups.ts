import type { Block } from './block.ts';
import { addUnit, allowedNext, emptyCounts, missing } from './group-counts.ts';
import { placeRest, placeUncounted } from './place-rest.ts';
import { shuffle, upTo, type Random } from './seeded-random.ts';

/** Groups of a block: members by group, group by unit. */
export interface Groups {
  members: number[][];
  of: Int32Array;
}

/** The free units, packed so that the cheapest is found in one sweep; packed anew when half of them are gone. */
interface Free {
  unitAt: Uint32Array;
  placeOf: Int32Array;
  /** What a group that has nothing yet pays for a unit, by place; infinite where it is taken. */
  fresh: Float32Array;
  cost: Float32Array;
  /** Places of the units that have a value: `places[start[value]] … places[start[value + 1] - 1]`. */
  start: Uint32Array;
  places: Uint32Array;
}

function pack({ items, itemStart, values, weight, base }: Block, unitAt: Uint32Array): Free {
  const start = new Uint32Array(values + 2);
  for (const unit of unitAt)
    for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) start[items[at]! + 2]! += 1;
  start[2] = 0;
  for (let value = 2; value < values + 2; value += 1) start[value]! += start[value - 1]!;
  const places = new Uint32Array(start[values + 1]!);
  const fresh = new Float32Array(unitAt.length);
  const placeOf = new Int32Array(base.length).fill(-1);
  for (const [place, unit] of unitAt.entries()) {
    placeOf[unit] = place;
    fresh[place] = base[unit]!;
    for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) {
      const value = items[at]!;
      if (value === 0) continue;
      fresh[place] += weight[value]!;
      places[start[value + 1]!++] = place;
    }
  }
  return { unitAt, placeOf, fresh, cost: new Float32Array(unitAt.length), start, places };
}

/** A group takes a unit: whoever shares a value that is new to the group becomes cheaper by its weight. */
function take({ items, itemStart, weight }: Block, free: Free, has: Uint8Array, unit: number): void {
  const { placeOf, fresh, cost, start, places } = free;
  fresh[placeOf[unit]!] = Infinity;
  cost[placeOf[unit]!] = Infinity;
  for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) {
    const value = items[at]!;
    if (value === 0 || has[value] === 1) continue;
    has[value] = 1;
    const cheaper = weight[value]!;
    for (let place = start[value]!, end = start[value + 1]!; place < end; place += 1) cost[places[place]!]! -= cheaper;
  }
}

function cheapest({ cost }: Free): number {
  let best = -1;
  let low = Infinity;
  for (let place = 0; place < cost.length; place += 1)
    if (cost[place]! < low) {
      low = cost[place]!;
      best = place;
    }
  return best;
}

/** The same among units whose protected values the group may take. */
function cheapestAllowed({ cost, unitAt }: Free, { models, rowStart }: Block, allowed: Uint8Array[]): number {
  let best = -1;
  let low = Infinity;
  for (let place = 0; place < cost.length; place += 1) {
    if (cost[place]! >= low) continue;
    const row = rowStart[unitAt[place]!]!;
    if (models.some((model, at) => allowed[at]![model.codes[row]!] === 0)) continue;
    low = cost[place]!;
    best = place;
  }
  return best;
}

/** A group that has so many times k units, and 200 more, and still misses a model is given up. */
const patience = 20;

/** Grows one group from a seed; null, and nothing taken, where no group that holds was found. */
function grow(block: Block, k: number, free: Free, seed: number, has: Uint8Array): number[] | null {
  const guarded = block.models.length > 0;
  const members: number[] = [];
  const counts = emptyCounts(block, 1);
  free.cost.set(free.fresh);
  has.fill(0);
  for (let unit = seed; ;) {
    take(block, free, has, unit);
    members.push(unit);
    addUnit(counts, 0, unit);
    if (members.length >= k && (!guarded || missing(counts, 0) === 0)) return members;
    if (members.length >= patience * k + 200) break;
    const place = guarded ? cheapestAllowed(free, block, allowedNext(counts, k)) : cheapest(free);
    if (place < 0) break;
    unit = free.unitAt[place]!;
  }
  for (const unit of members) free.fresh[free.placeOf[unit]!] = freshCost(block, unit);
  return null;
}

function freshCost({ items, itemStart, weight, base }: Block, unit: number): number {
  let sum = Math.fround(base[unit]!);
  for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) sum = Math.fround(sum + weight[items[at]!]!);
  return sum;
}

/** So many seeds in a row that found no group: what is left will not either. */
const fruitless = 12;

/**
 * Parts a block into groups of at least k counted units. A seed is drawn by chance, then the unit is taken that widens
 * the group least, until the group is complete (greedy k-member clustering; Byun, Kamra, Bertino and Li 2007, whose
 * seeds are the furthest from the last). What a group would pay for each free unit is kept, not reckoned anew. What is
 * left joins the groups it widens least.
 * @param leave share of the units, 0 but where no model is asked, that stay without a group: they will have a larger
 *   choice among what other blocks have left
 * @param onShare told how much is done, 0 to 1
 */
export function growGroups(
  block: Block,
  { k, random, leave, onShare }: { k: number; random: Random; leave: number; onShare: (share: number) => void },
): Groups {
  const counted = upTo(block.units).filter((unit) => block.counts[unit] === 1);
  const groups: Groups = { members: [], of: new Int32Array(block.units).fill(-1) };
  let free = pack(block, counted);
  const has = new Uint8Array(block.values);
  let left = counted.length;
  const stay = leave === 0 ? 0 : Math.max(2 * k, Math.floor(leave * left));
  let failures = 0;
  for (const seed of shuffle(counted.slice(), random)) {
    if (left < k || left <= stay || failures >= fruitless) break;
    if (groups.of[seed]! >= 0) continue;
    if (left * 2 < free.unitAt.length)
      free = pack(
        block,
        free.unitAt.filter((unit) => groups.of[unit]! < 0),
      );
    const members = grow(block, k, free, seed, has);
    failures = members === null ? failures + 1 : 0;
    if (members === null) continue;
    for (const unit of members) groups.of[unit] = groups.members.length;
    groups.members.push(members);
    left -= members.length;
    if (groups.members.length % 16 === 0) onShare(1 - left / counted.length);
  }
  if (leave === 0) placeRest(block, k, groups);
  else if (groups.members.length > 0) placeUncounted(block, groups);
  return groups;
}
