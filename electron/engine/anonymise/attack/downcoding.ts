import { breathe } from '#engine/jobs/cancelled.ts';
import { numberGroups } from '../local/number-groups.ts';
import type { HierarchyColumn } from '../local/tree-columns.ts';

/** A column of a release in which all cells of a column have labels of one level. */
export interface LevelledColumn extends HierarchyColumn {
  level: number;
}

/** What it tells of a column that no finer level would have done. */
export interface Downcoding {
  /** Would one level finer have left out more rows than may be? Where not, or at level 0, nothing follows. */
  minimal: boolean;
  /** Share of the published rows of which a finer label, of those under their own, is ruled out. */
  shrunk: number;
  /** Share of the published rows of which one finer label is left: it is known. */
  told: number;
}

/** Classes over the labels of some levels, one number by row. */
function classesOf(columns: readonly LevelledColumn[], rows: number): Uint32Array {
  let of = new Uint32Array(rows);
  for (const { codes, hierarchy, level } of columns) {
    const labels = hierarchy.levels[level]!.of;
    const known = new Map<number, number>();
    of = of.map((own, row) => {
      const key = own * 0x1_00_00_00_00 + labels[codes[row]!]!;
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    });
  }
  return numberGroups(of).of;
}

/** Rows of a class and finer label: `counts[class * finer + label]`, sparse. */
type Parts = Map<number, number>;

function partsOf({ codes, hierarchy, level }: LevelledColumn, classOf: Uint32Array): Parts {
  const { of, labels } = hierarchy.levels[level - 1]!;
  const parts: Parts = new Map();
  for (let row = 0; row < classOf.length; row += 1) {
    const key = classOf[row]! * labels.length + of[codes[row]!]!;
    parts.set(key, (parts.get(key) ?? 0) + 1);
  }
  return parts;
}

/** Finer labels under each label of a level, of those that values of the file have. */
function under({ hierarchy, level }: LevelledColumn): number[][] {
  const [fine, coarse] = [hierarchy.levels[level - 1]!, hierarchy.levels[level]!];
  const lists = coarse.labels.map(() => new Set<number>());
  for (const [value, place] of fine.of.entries()) lists[coarse.of[value]!]!.add(place);
  return lists.map((list) => [...list]);
}

/**
 * What follows from a release being minimal: somebody who knows all other rows, and of a person everything but one
 * column, sees that some of the finer labels under the person's own cannot be: with them the finer level would have kept
 * to k, and would have been chosen. In the spirit of the downcoding attacks of Cohen 2022, who shows that every minimal
 * hierarchical way lets some data be read finer than they were published, and of the minimality attack of Wong, Fu, Wang
 * and Pei 2007; exact for one column one level finer.
 * @param mostLost rows in classes below k that may be left out
 * @throws Failure JOB_CANCELLED
 */
export async function measureDowncoding(
  columns: readonly LevelledColumn[],
  { k, mostLost, signal }: { k: number; mostLost: number; signal?: AbortSignal },
): Promise<Downcoding[]> {
  const rows = columns[0]?.codes.length ?? 0;
  const classOf = classesOf(columns, rows);
  const size = new Map<number, number>();
  for (const own of classOf) size.set(own, (size.get(own) ?? 0) + 1);
  let published = 0;
  for (const count of size.values()) if (count >= k) published += count;
  const found: Downcoding[] = [];
  for (const column of columns) {
    await breathe(signal);
    found.push(
      column.level === 0 || published === 0
        ? { minimal: false, shrunk: 0, told: 0 }
        : columnTells(column, classOf, size, { k, mostLost, published }),
    );
  }
  return found;
}

function columnTells(
  column: LevelledColumn,
  classOf: Uint32Array,
  size: Map<number, number>,
  { k, mostLost, published }: { k: number; mostLost: number; published: number },
): Downcoding {
  const parts = partsOf(column, classOf);
  const { hierarchy, level } = column;
  const width = hierarchy.levels[level - 1]!.labels.length;
  const lostOf = (count: number): number => (count < k ? count : 0);
  let lost = 0;
  for (const count of parts.values()) lost += lostOf(count);
  if (lost <= mostLost) return { minimal: false, shrunk: 0, told: 0 };
  const finer = under(column);
  const coarseOf = new Uint32Array(width);
  for (const [place, list] of finer.entries()) for (const fine of list) coarseOf[fine] = place;
  let [shrunk, told] = [0, 0];
  for (const [key, count] of parts) {
    const own = key % width;
    const ofClass = (key - own) / width;
    if (size.get(ofClass)! < k) continue;
    const others = finer[coarseOf[own]!]!.filter((label) => label !== own);
    const possible = others.filter((label) => {
      const there = parts.get(ofClass * width + label) ?? 0;
      return lost + lostOf(count - 1) - lostOf(count) + lostOf(there + 1) - lostOf(there) > mostLost;
    });
    if (possible.length < others.length) shrunk += count;
    if (possible.length === 0 && others.length > 0) told += count;
  }
  return { minimal: true, shrunk: shrunk / published, told: told / published };
}
