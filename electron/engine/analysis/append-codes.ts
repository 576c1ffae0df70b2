import { DuckDBDataChunk, UINTEGER, type DuckDBUIntegerVector } from '@duckdb/node-api';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { Duck } from './open-duck.ts';

/** DuckDB's own vector size. */
const batchRows = 2048;

/**
 * Fills a new temporary table of whole numbers, one column `c0`, `c1` … for each of `columns`; its `rowid` is the place.
 * @throws Failure JOB_CANCELLED
 */
export async function appendCodes(
  duck: Duck,
  table: string,
  columns: readonly (Uint16Array | Uint32Array)[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await duck.run(`CREATE TEMP TABLE ${table} (${columns.map((_, at) => `c${at} UINTEGER`).join(', ')})`);
  const appender = await duck.raw.createAppender(table, 'main', 'temp');
  const chunk = DuckDBDataChunk.create(columns.map(() => UINTEGER));
  const rows = columns[0]?.length ?? 0;
  try {
    for (let from = 0, batch = 1; from < rows; from += batchRows, batch += 1) {
      chunk.reset();
      chunk.rowCount = Math.min(batchRows, rows - from);
      for (const [at, codes] of columns.entries()) {
        const vector = chunk.getColumnVector(at) as unknown as Pick<DuckDBUIntegerVector, 'flush'> & {
          items: Uint32Array;
        };
        vector.items.set(codes.subarray(from, from + chunk.rowCount));
        vector.flush();
      }
      appender.appendDataChunk(chunk);
      if (batch % 64 === 0) await breathe(signal);
    }
  } finally {
    appender.closeSync();
  }
}
