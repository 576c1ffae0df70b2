import type { Block } from './block.ts';
import { unitsByValue } from './units-by-value.ts';

/** Units that each unit shares most with: those of unit u are `near[u * each] … near[(u + 1) * each - 1]`. */
export interface Near {
  each: number;
  near: Uint32Array;
}

/** Finds, for every unit of a block, the `each` others whose common values weigh most; of equals the earlier ones. */
export function nearUnits(block: Block, each: number, onShare: (share: number) => void): Near {
  const { units, items, itemStart, weight } = block;
  const postings = unitsByValue(block);
  const near = new Uint32Array(units * each);
  const common = new Float32Array(units);
  const best = new Float32Array(each);
  for (let unit = 0; unit < units; unit += 1) {
    common.fill(0);
    for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) {
      const value = items[at]!;
      if (value === 0) continue;
      const more = weight[value]!;
      const end = postings.start[value + 1]!;
      for (let place = postings.start[value]!; place < end; place += 1) common[postings.units[place]!]! += more;
    }
    common[unit] = -1;
    keepBest(common, best, near.subarray(unit * each, (unit + 1) * each));
    if (unit % 256 === 0) onShare(unit / units);
  }
  return { each, near };
}

/** The places of the largest numbers, largest first. */
function keepBest(common: Float32Array, best: Float32Array, into: Uint32Array): void {
  const last = best.length - 1;
  best.fill(-1);
  for (let unit = 0; unit < common.length; unit += 1) {
    const own = common[unit]!;
    if (own <= best[last]!) continue;
    let at = last;
    for (; at > 0 && best[at - 1]! < own; at -= 1) {
      best[at] = best[at - 1]!;
      into[at] = into[at - 1]!;
    }
    best[at] = own;
    into[at] = unit;
  }
}
