import type { ColumnRefinement } from '#shared/domain/refinement.ts';
import { measureRefinement, type ReleasedGroups } from './refinement.ts';

/** Bytes of the table that tells which group admits which value. */
const mostBytes = 256 * 2 ** 20;
/** Steps that all columns together may take, about; where each row takes more, fewer are drawn, but never very few. */
const mostSteps = 3e9;
const drawnRows = { least: 500, most: 10_000 };

/** Each row is held against the groups once for every other column and every value that is left open. */
function rowsToDraw({ open, size }: ReleasedGroups, column: number): number {
  let values = 0;
  for (const set of open[column]!) values += set.length;
  const steps = (size.length / 32) * (open.length + values / Math.max(1, size.length));
  const affordable = Math.floor(mostSteps / open.length / Math.max(1, steps));
  return Math.max(drawnRows.least, Math.min(drawnRows.most, affordable));
}

/** Values that the columns have. */
function valuesOf({ codes }: ReleasedGroups): number {
  let sum = 0;
  for (const column of codes) {
    let most = 0;
    for (const code of column) if (code > most) most = code;
    sum += most + 1;
  }
  return sum;
}

/**
 * Refinement of each column in turn, all others being known.
 * @param names of the columns
 * @returns null where there are too many groups and values to measure it
 * @throws Failure JOB_CANCELLED
 */
export async function refineColumns(
  released: ReleasedGroups,
  names: readonly string[],
  { k, signal }: { k: number; signal?: AbortSignal | undefined },
): Promise<ColumnRefinement[] | null> {
  if ((valuesOf(released) * released.size.length) / 8 > mostBytes) return null;
  const found: ColumnRefinement[] = [];
  for (const [column, name] of names.entries()) {
    const mostRows = rowsToDraw(released, column);
    found.push({
      column: name,
      ...(await measureRefinement(released, { column, k, mostRows, ...(signal && { signal }) })),
    });
  }
  return found;
}
