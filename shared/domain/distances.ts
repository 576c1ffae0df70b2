import type { ClassValues, TableValues } from './class-values.ts';

/**
 * Earth mover's distances of a class from the whole table (Li, Li, Venkatasubramanian 2007), 0…1: the work of turning
 * one distribution into the other. A missing value is a value of its own.
 */
export type Distance = (values: ClassValues) => number;

/** Every value as far from every other: half the sum of |p − q|. */
export function equalDistance({ counts: whole, rows: all }: TableValues): Distance {
  const shares = whole.map((count) => count / all);
  return ({ codes, counts, rows }) => {
    let sum = 1;
    for (let at = 0; at < codes.length; at += 1) {
      const [p, q] = [counts[at]! / rows, shares[codes[at]!]!];
      sum += Math.abs(p - q) - q;
    }
    return Math.max(0, sum / 2);
  };
}

const number = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/;

/** Whether every value that is there reads as a number. */
export const isOrdered = ({ values, counts }: TableValues): boolean => {
  const there = values.filter((value, code) => value !== null && counts[code]! > 0);
  return there.length > 0 && there.every((value) => number.test(value!));
};

/** Place of each value by size, missing ones first; where not all are numbers, as text. Equal numbers share a place. */
function ranks(table: TableValues): { rank: number[]; many: number } {
  const numeric = isOrdered(table);
  const keys = table.values.map((value) => (value === null ? null : numeric ? Number(value) : value));
  const sorted = [...new Set(keys.filter((_, code) => table.counts[code]! > 0))].sort((a, b) =>
    a === null ? -1 : b === null ? 1 : a < b ? -1 : a > b ? 1 : 0,
  );
  const place = new Map(sorted.map((key, at) => [key, at]));
  return { rank: keys.map((key) => place.get(key) ?? 0), many: sorted.length };
}

/** By the order of the values: 1/(m − 1) times the sum of |cumulative difference|. */
export function orderedDistance(table: TableValues): Distance {
  const { rank, many } = ranks(table);
  const whole = new Float64Array(many);
  for (const [code, count] of table.counts.entries()) if (count > 0) whole[rank[code]!]! += count / table.rows;
  const here = new Float64Array(many);
  return ({ codes, counts, rows }) => {
    if (many < 2) return 0;
    here.fill(0);
    for (let at = 0; at < codes.length; at += 1) here[rank[codes[at]!]!]! += counts[at]! / rows;
    let [sum, ahead] = [0, 0];
    for (let place = 0; place < many; place += 1) {
      ahead += here[place]! - whole[place]!;
      sum += Math.abs(ahead);
    }
    return sum / (many - 1);
  };
}
