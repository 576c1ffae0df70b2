import { Failure } from '#shared/contract/failure.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/**
 * Holds DuckDB's count of a relation against the independent one.
 * @throws Failure FILE_DAMAGED when they differ
 */
export async function reconcile(duck: Duck, relation: string, expected: number, fileName: string): Promise<void> {
  const [row] = await duck.query<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`);
  if (row?.n !== expected) throw new Failure('FILE_DAMAGED', `“${fileName}” holds ${expected} rows by one count and ${row?.n ?? 0} by another: set the delimiter and the quote character by hand, or export it again.`);
}
