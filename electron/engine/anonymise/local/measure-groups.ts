import { breathe } from '#engine/jobs/cancelled.ts';
import type { CodedTable } from '../coded/coded-table.ts';
import { rowsByGroup } from './group-sets.ts';

/** What grouping costs, from the groups alone. */
export interface GroupCost {
  /** Mean over all cells of (different values of the group in the column − 1) / (values of the column − 1). */
  ncp: number;
  /** Share of the cells whose group has one value. */
  exact: number;
}

/**
 * Counts what every group holds. Normalised certainty penalty of Xu et al. 2006, a set being as wide as it has values; a
 * column of one value costs nothing. A table without cells costs nothing, and all of it is exact.
 * @throws Failure JOB_CANCELLED
 */
export async function measureGroups(
  { rows, columns }: CodedTable,
  groupOf: Uint32Array,
  groups: number,
  signal?: AbortSignal,
): Promise<GroupCost> {
  const { start, order } = rowsByGroup(groupOf, groups);
  let [lost, exact] = [0, 0];
  for (const { codes, values } of columns) {
    // The last group in which a value was met, plus one.
    const met = new Uint32Array(values.length);
    let wide = 0;
    for (let group = 0; group < groups; group += 1) {
      const [from, end] = [start[group]!, start[group + 1]!];
      let different = 0;
      for (let at = from; at < end; at += 1) {
        const code = codes[order[at]!]!;
        if (met[code] === group + 1) continue;
        met[code] = group + 1;
        different += 1;
      }
      if (different === 1) exact += end - from;
      wide += (end - from) * (different - 1);
    }
    lost += wide / Math.max(1, values.length - 1);
    await breathe(signal);
  }
  const cells = rows * columns.length;
  return cells === 0 ? { ncp: 0, exact: 1 } : { ncp: lost / cells, exact: exact / cells };
}
