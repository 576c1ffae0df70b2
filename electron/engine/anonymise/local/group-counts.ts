import type { Block } from './block.ts';
import { missedBy } from './protected-column.ts';

/** What is counted of a block. */
export type CountedBlock = Pick<Block, 'models' | 'rowStart' | 'rows' | 'counts'>;

/** What the groups of a block hold. */
export interface GroupCounts {
  block: CountedBlock;
  /** Counted units by group. */
  people: Uint32Array;
  /** Rows by group. */
  rows: Uint32Array;
  /** By model: rows per group and value. */
  values: Uint32Array[];
}

export const emptyCounts = (block: CountedBlock, groups: number): GroupCounts => ({
  block,
  people: new Uint32Array(groups),
  rows: new Uint32Array(groups),
  values: block.models.map(({ values }) => new Uint32Array(groups * values)),
});

/** @param times so many units like it; negative takes them out */
export function addUnit(to: GroupCounts, group: number, unit: number, times = 1): void {
  const { models, rowStart, rows, counts } = to.block;
  to.people[group]! += times * counts[unit]!;
  to.rows[group]! += times * rows[unit]!;
  for (const [at, { codes, values }] of models.entries())
    for (let row = rowStart[unit]!; row < rowStart[unit + 1]!; row += 1)
      to.values[at]![group * values + codes[row]!]! += times;
}

/** Adds all that one group holds to another. */
export function mergeGroup(counts: GroupCounts, from: number, into: number): void {
  counts.people[into]! += counts.people[from]!;
  counts.rows[into]! += counts.rows[from]!;
  for (const [at, { values }] of counts.block.models.entries())
    for (let value = 0; value < values; value += 1)
      counts.values[at]![into * values + value]! += counts.values[at]![from * values + value]!;
}

/** By how much a group misses all models together; 0 where they hold. */
export function missing({ block, values, rows }: GroupCounts, group: number): number {
  let sum = 0;
  for (const [at, model] of block.models.entries())
    sum += missedBy(model, values[at]!, group * model.values, rows[group]!);
  return sum;
}

/** The same for two groups put together. */
export function missingTogether({ block, values, rows }: GroupCounts, one: number, other: number): number {
  let sum = 0;
  for (const [at, model] of block.models.entries()) {
    const both = values[at]!.slice(one * model.values, (one + 1) * model.values);
    for (let value = 0; value < model.values; value += 1) both[value]! += values[at]![other * model.values + value]!;
    sum += missedBy(model, both, 0, rows[one]! + rows[other]!);
  }
  return sum;
}

/**
 * 1 for each protected value that group 0 may take next, by model: so that l values fit into k units, that no value gets
 * more than its share of them, and that a complete group that is too far off comes nearer.
 */
export function allowedNext({ block, values, rows }: GroupCounts, k: number): Uint8Array[] {
  const had = rows[0]!;
  return block.models.map((model, at) => {
    const counts = values[at]!;
    const goal = Math.max(k, model.l, had + 1, model.alpha > 0 ? Math.ceil(1 / model.alpha) : 0);
    let different = 0;
    for (const [value, count] of counts.entries()) if (count > 0 && value !== model.missing) different += 1;
    const onlyNew = different < model.l && model.l - different >= goal - had;
    const towards = model.t < Infinity && had + 1 >= k;
    return Uint8Array.from({ length: model.values }, (_, value) => {
      const count = counts[value]!;
      if (onlyNew && (count > 0 || value === model.missing)) return 0;
      if (count + 1 > model.alpha * goal + 1e-9) return 0;
      return towards && count >= model.shares[value]! * (had + 1) ? 0 : 1;
    });
  });
}
