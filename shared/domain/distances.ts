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
export function ranks(table: TableValues): { rank: number[]; many: number } {
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

/**
 * By a hierarchy: two values are as far as the level at which they meet is high, of all levels. Σ over its inner nodes of
 * height/H · min(what their children have too much, what they have too little). A value that the hierarchy lacks meets
 * the others at the top alone.
 * @param hierarchy a line per value: the value, then its label level by level upwards
 */
export function hierarchicalDistance(table: TableValues, hierarchy: readonly (readonly string[])[]): Distance {
  const lines = new Map(hierarchy.map((line) => [line[0]!, line]));
  const levels = hierarchy[0]!.length;
  const hasRoot = new Set(hierarchy.map((line) => line[levels - 1])).size === 1;
  const height = hasRoot ? levels - 1 : levels;
  // What stands above each value from level 1 on, by level and label, and one node above all.
  const paths = table.values.map((value, code) => {
    const line = value === null ? undefined : lines.get(value);
    return Array.from({ length: height }, (_, at) => {
      if (at + 1 === height) return 'top';
      return line === undefined ? `alone ${at} ${code}` : `${at} ${line[at + 1]}`;
    });
  });
  return ({ codes, counts, rows }) => {
    let extras = new Map<string, { extra: number; path: string[] }>();
    for (const [code, count] of table.counts.entries())
      if (count > 0) extras.set(`value ${code}`, { extra: -count / table.rows, path: paths[code]! });
    for (const [at, code] of codes.entries()) {
      const leaf = extras.get(`value ${code}`);
      if (leaf !== undefined) leaf.extra += counts[at]! / rows;
    }
    let cost = 0;
    for (let at = 0; at < height; at += 1) {
      const above = new Map<string, { extra: number; path: string[]; more: number; less: number }>();
      for (const { extra, path } of extras.values()) {
        const node = above.get(path[at]!) ?? { extra: 0, path, more: 0, less: 0 };
        node.extra += extra;
        if (extra > 0) node.more += extra;
        else node.less -= extra;
        above.set(path[at]!, node);
      }
      for (const { more, less } of above.values()) cost += ((at + 1) / height) * Math.min(more, less);
      extras = above;
    }
    return cost;
  };
}
