import { join } from 'node:path';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { wideFrom } from '#engine/analysis/open-duck.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { quoteText } from '#shared/sql/quote.ts';

/**
 * The rows of a table, stored once by columns in its private directory: what asks dozens of questions of a few columns
 * each would parse the whole file for every one. What lies there goes with the directory.
 * @returns FROM-clause expression with the same columns; that of a wide table, which is held already
 * @throws Failure JOB_CANCELLED, DISK_FULL
 */
export async function heldRows(
  { duck, relation, columns, directory }: Pick<TableInHand, 'duck' | 'relation' | 'columns' | 'directory'>,
  signal: AbortSignal,
): Promise<string> {
  if (columns.length >= wideFrom) return relation;
  return interruptible(duck, signal, async () => {
    await duck.run(`ATTACH ${quoteText(join(directory, 'held-rows.duckdb'))} AS held`);
    await duck.run(`CREATE TABLE held.source AS SELECT * FROM ${relation}`);
    return 'held.source';
  });
}
