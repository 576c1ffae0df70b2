import type { Block } from './block.ts';

/** The units that have a value: `units[start[value]] … units[start[value + 1] - 1]`. */
export interface UnitsByValue {
  start: Uint32Array;
  units: Uint32Array;
}

export function unitsByValue({ items, itemStart, values, units: count }: Block): UnitsByValue {
  const start = new Uint32Array(values + 1);
  for (const value of items) start[value]! += 1;
  for (let value = 0, sum = 0; value <= values; value += 1) {
    sum += start[value]!;
    start[value] = sum;
  }
  const units = new Uint32Array(items.length);
  for (let unit = count - 1; unit >= 0; unit -= 1)
    for (let at = itemStart[unit]!; at < itemStart[unit + 1]!; at += 1) units[--start[items[at]!]!] = unit;
  return { start, units };
}
