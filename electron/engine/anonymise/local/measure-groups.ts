import { breathe } from '#engine/jobs/cancelled.ts';
import type { CodedColumn, CodedTable } from '../coded/coded-table.ts';
import { rowsByGroup, type RowsByGroup } from './group-sets.ts';

/** What grouping costs, from the groups alone. */
export interface GroupCost {
  /** Mean over all cells of (different values of the group in the column − 1) / (values of the column − 1). */
  ncp: number;
  /** Share of the cells whose group has one value. */
  exact: number;
}

/** What one column loses. */
interface ColumnCost {
  /** Σ over the groups of rows · (different values − 1). */
  wide: number;
  /** Cells whose group has one value. */
  exact: number;
}

/** @param values how many codes there are */
function costOf(codes: CodedColumn['codes'], values: number, { start, order }: RowsByGroup): ColumnCost {
  // The last group in which a value was met, plus one.
  const met = new Uint32Array(values);
  const cost: ColumnCost = { wide: 0, exact: 0 };
  for (let group = 0; group + 1 < start.length; group += 1) {
    const [from, end] = [start[group]!, start[group + 1]!];
    let different = 0;
    for (let at = from; at < end; at += 1) {
      const code = codes[order[at]!]!;
      if (met[code] === group + 1) continue;
      met[code] = group + 1;
      different += 1;
    }
    if (different === 1) cost.exact += end - from;
    cost.wide += (end - from) * (different - 1);
  }
  return cost;
}

/** Of each column the mean over the rows of (values of the row’s group − 1) / (values of the column − 1). */
export function lossesOf(columns: readonly CodedColumn[], groupOf: Uint32Array, groups: number): number[] {
  const rows = rowsByGroup(groupOf, groups);
  return columns.map(({ codes, values }) =>
    values.length < 2 ? 0 : costOf(codes, values.length, rows).wide / codes.length / (values.length - 1),
  );
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
  const byGroup = rowsByGroup(groupOf, groups);
  let [lost, exact] = [0, 0];
  for (const { codes, values } of columns) {
    const cost = costOf(codes, values.length, byGroup);
    exact += cost.exact;
    lost += cost.wide / Math.max(1, values.length - 1);
    await breathe(signal);
  }
  const cells = rows * columns.length;
  return cells === 0 ? { ncp: 0, exact: 1 } : { ncp: lost / cells, exact: exact / cells };
}
