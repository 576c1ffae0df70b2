import type { Block } from './block.ts';
import { addUnit, emptyCounts, missing, type GroupCounts } from './group-counts.ts';
import type { Groups } from './grow-groups.ts';
import { nearUnits } from './near-units.ts';
import { below, type Random } from './seeded-random.ts';

interface Exchange {
  block: Block;
  groups: Groups;
  k: number;
  counts: GroupCounts;
  /** Units of a group that have a value: `held[group * values + value]`. */
  held: Uint16Array;
  /** Weight of the values of each group. */
  spread: Float64Array;
}

/** So many others are looked at around a unit. */
const each = 24;
/** Finding them takes about this share of the time. */
const nearShare = 0.15;
/**
 * Loss that is taken every third time or so, as a share of a column's mean weight and of k rows: at the beginning, when
 * this share of the tries is made, and at the end.
 */
const [hot, cold, frozen] = [0.55, 0.28, 0.02];
const coldAt = 0.8;

const heatAt = (share: number): number =>
  share < coldAt ? hot * (cold / hot) ** (share / coldAt) : cold * (frozen / cold) ** ((share - coldAt) / (1 - coldAt));

function standing(block: Block, groups: Groups, k: number): Exchange {
  const { values, items, itemStart, weight, base } = block;
  const counts = emptyCounts(block, groups.members.length);
  const held = new Uint16Array(groups.members.length * values);
  const spread = new Float64Array(groups.members.length);
  for (const [group, members] of groups.members.entries())
    for (const unit of members) {
      addUnit(counts, group, unit);
      spread[group]! += base[unit]!;
      for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) {
        const place = group * values + items[at]!;
        if (held[place] === 0) spread[group]! += weight[items[at]!]!;
        held[place]! += 1;
      }
    }
  return { block, groups, k, counts, held, spread };
}

/** What a group's values weigh more once `into` has joined it and `out` has left; −1 for nobody. */
function change({ block, held }: Exchange, group: number, out: number, into: number): number {
  const { values, items, itemStart, weight, base } = block;
  const at = group * values;
  let more = (into < 0 ? 0 : base[into]!) - (out < 0 ? 0 : base[out]!);
  let [gone, goneEnd] = out < 0 ? [0, 0] : [itemStart[out]!, itemStart[out + 1]!];
  let [come, comeEnd] = into < 0 ? [0, 0] : [itemStart[into]!, itemStart[into + 1]!];
  // Values stand in rising order but for noughts, which weigh nothing.
  while (gone < goneEnd || come < comeEnd) {
    const lost = gone < goneEnd ? items[gone]! : Infinity;
    const won = come < comeEnd ? items[come]! : Infinity;
    if (lost === won) {
      gone += 1;
      come += 1;
    } else if (lost < won) {
      gone += 1;
      if (held[at + lost] === 1) more -= weight[lost]!;
    } else {
      come += 1;
      if (held[at + won] === 0) more += weight[won]!;
    }
  }
  return more;
}

/** The same for both groups where units of one row change places; their columns are compared one by one. */
function changeAligned(
  state: Exchange,
  one: number,
  other: number,
  from: number,
  into: number,
  both: Float64Array,
): void {
  const { held } = state;
  const { values, width, items, itemStart, weight, base } = state.block;
  const [a, b] = [from * values, into * values];
  let first = base[other]! - base[one]!;
  let second = -first;
  for (let at = itemStart[one]!, there = itemStart[other]!, end = at + width; at < end; at += 1, there += 1) {
    const x = items[at]!;
    const y = items[there]!;
    if (x === y) continue;
    if (held[a + x] === 1) first -= weight[x]!;
    if (held[a + y] === 0) first += weight[y]!;
    if (held[b + y] === 1) second -= weight[y]!;
    if (held[b + x] === 0) second += weight[x]!;
  }
  both[0] = first;
  both[1] = second;
}

function shift({ block, held, counts }: Exchange, unit: number, from: number, into: number): void {
  const { values, items, itemStart } = block;
  for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) {
    held[from * values + items[at]!]! -= 1;
    held[into * values + items[at]!]! += 1;
  }
  addUnit(counts, from, unit, -1);
  addUnit(counts, into, unit);
}

/** Do two groups keep to k and the models? */
function hold({ counts, k }: Exchange, one: number, other: number): boolean {
  if (counts.people[one]! < k || counts.people[other]! < k) return false;
  return counts.block.models.length === 0 || (missing(counts, one) === 0 && missing(counts, other) === 0);
}

/** What may be done: `one` leaves its group for `into`, and `other`, where there is one (else −1), comes for it. */
interface Trade {
  one: number;
  other: number;
  from: number;
  into: number;
}

/** What a trade costs, over all rows of both groups; `both` gets what each group's values weigh more. */
function costOf(state: Exchange, { one, other, from, into }: Trade, both: Float64Array): number {
  const { rows, width, itemStart } = state.block;
  const simple = other >= 0 && rows[one] === 1 && rows[other] === 1;
  if (simple && itemStart[one + 1]! - itemStart[one]! === width) changeAligned(state, one, other, from, into, both);
  else {
    both[0] = change(state, from, one, other);
    both[1] = change(state, into, other, one);
  }
  const { spread } = state;
  const [first, second] = [state.counts.rows[from]!, state.counts.rows[into]!];
  const moved = rows[one]! - (other < 0 ? 0 : rows[other]!);
  return (first - moved) * both[0]! - moved * spread[from]! + (second + moved) * both[1]! + moved * spread[into]!;
}

/** @returns false, and nothing has changed, where the groups would not hold */
function trade(state: Exchange, { one, other, from, into }: Trade, both: Float64Array): boolean {
  const { groups, spread } = state;
  shift(state, one, from, into);
  if (other >= 0) shift(state, other, into, from);
  if (!hold(state, from, into)) {
    shift(state, one, into, from);
    if (other >= 0) shift(state, other, from, into);
    return false;
  }
  const [left, joined] = [groups.members[from]!, groups.members[into]!];
  left.splice(left.indexOf(one), 1);
  joined.push(one);
  groups.of[one] = into;
  if (other >= 0) {
    joined.splice(joined.indexOf(other), 1);
    left.push(other);
    groups.of[other] = from;
  }
  spread[from]! += both[0]!;
  spread[into]! += both[1]!;
  return true;
}

/** Mean weight of a value, over all units: the scale on which a loss is small. */
function scaleOf({ items, weight }: Block): number {
  let sum = 0;
  for (const value of items) sum += weight[value]!;
  return sum / Math.max(1, items.length);
}

/**
 * Improves groups by exchanging units with groups of units near them; a unit that its group can spare goes alone. A
 * loss is taken now and then, the smaller the likelier, and ever more rarely (simulated annealing; Kirkpatrick, Gelatt
 * and Vecchi 1983). Where that has led to nothing better, the groups stay as they were. The number of tries is given,
 * and no clock is read: the same input and seed give the same groups.
 * @param tries how many exchanges are looked at
 */
export function exchangeUnits(
  block: Block,
  groups: Groups,
  { k, random, tries, onShare }: { k: number; random: Random; tries: number; onShare: (share: number) => void },
): void {
  if (groups.members.length < 2) return;
  const { near } = nearUnits(block, Math.min(each, block.units - 1), (share) => onShare(share * nearShare));
  const around = near.length / block.units;
  const state = standing(block, groups, k);
  const scale = scaleOf(block) * k;
  const before = { members: groups.members.map((members) => [...members]), of: groups.of.slice() };
  const [hadCost, both] = [costOfAll(state), new Float64Array(2)];
  let heat = 0;
  for (let turn = 0; turn < tries; turn += 1) {
    if (turn % 4096 === 0) {
      heat = scale * heatAt(turn / tries);
      onShare(nearShare + (1 - nearShare) * (turn / tries));
    }
    const one = below(random, block.units);
    const from = groups.of[one]!;
    const into = groups.of[near[one * around + below(random, around)]!]!;
    if (from === into) continue;
    const mates = groups.members[into]!;
    const alone = state.counts.people[from]! - block.counts[one]! >= k && random() < 0.5;
    const asked: Trade = { one, other: alone ? -1 : mates[below(random, mates.length)]!, from, into };
    const cost = costOf(state, asked, both);
    if (cost > 0 && random() >= Math.exp(-cost / heat)) continue;
    trade(state, asked, both);
  }
  if (costOfAll(state) > hadCost) Object.assign(groups, before);
}

const costOfAll = ({ spread, counts }: Exchange): number =>
  spread.reduce((sum, weight, group) => sum + weight * counts.rows[group]!, 0);
