import { Failure } from '#shared/contract/failure.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/**
 * Holds DuckDB's count of a file's rows, however it was come by, against the independent one.
 * @throws Failure FILE_DAMAGED when they differ
 */
export function refuseOtherCount(rows: number, source: { rows: number; fileName: string }): void {
  if (rows !== source.rows)
    throw new Failure('FILE_DAMAGED', intakeText.countedDifferently(source.fileName, source.rows, rows));
}

/**
 * Counts a relation with a scan of its own, where nothing else reads all of it. @throws Failure FILE_DAMAGED as above
 */
export async function reconcile(duck: Duck, relation: string, expected: number, fileName: string): Promise<void> {
  const [row] = await duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`);
  refuseOtherCount(row?.n ?? 0, { rows: expected, fileName });
}
