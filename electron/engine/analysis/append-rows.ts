import { DuckDBDataChunk, UINTEGER, VARCHAR } from '@duckdb/node-api';
import type { Duck } from './open-duck.ts';

/** DuckDB's own vector size. */
const batchRows = 2048;

/** Fills a new temporary table of VARCHAR columns with the rows that `fill` adds; memory holds one batch. */
export async function appendRows(
  duck: Duck,
  table: string,
  columns: string[],
  fill: (add: (row: (string | null)[]) => void) => Promise<void>,
): Promise<void> {
  await duck.run(`CREATE TEMP TABLE ${table} (${columns.map((name) => `${name} VARCHAR`).join(', ')})`);
  const appender = await duck.raw.createAppender(table, 'main', 'temp');
  let batch: (string | null)[][] = [];
  const flush = (): void => {
    if (batch.length === 0) return;
    const chunk = DuckDBDataChunk.create(
      columns.map(() => VARCHAR),
      batch.length,
    );
    chunk.setRows(batch);
    appender.appendDataChunk(chunk);
    batch = [];
  };
  try {
    await fill((row) => {
      if (batch.push(row) === batchRows) flush();
    });
    flush();
  } finally {
    appender.closeSync();
  }
}

/** Fills a new temporary table with whole numbers, in their order: `n`. */
export async function appendNumbers(duck: Duck, table: string, numbers: Uint32Array): Promise<void> {
  await duck.run(`CREATE TEMP TABLE ${table} (n UINTEGER)`);
  const appender = await duck.raw.createAppender(table, 'main', 'temp');
  try {
    for (let from = 0; from < numbers.length; from += batchRows) {
      const part = numbers.subarray(from, from + batchRows);
      const chunk = DuckDBDataChunk.create([UINTEGER], part.length);
      const vector = chunk.getColumnVector(0);
      (vector as unknown as { items: Uint32Array }).items.set(part);
      vector.flush();
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
}
