import { analysisText } from '#shared/text/engine/analysis.ts';
import { duckFailure } from './duck-failure.ts';
import type { Duck } from './open-duck.ts';

/**
 * SQL of a text as it must be asked for where every sign of it counts: the library that hands texts over takes a byte
 * order mark at the beginning of each for one, and drops it. One more is put in front, for it to drop.
 */
export const wholeText = (sql: string): string =>
  `CASE WHEN starts_with(${sql}, chr(65279)) THEN chr(65279) || ${sql} ELSE ${sql} END`;

/**
 * Rows of a query as arrays, a vector at a time: memory does not grow with them. @throws Failure without any cell value
 */
export async function* streamRows<Row extends unknown[]>(duck: Duck, sql: string): AsyncGenerator<Row[]> {
  try {
    const stream = await duck.raw.stream(sql);
    for (let chunk = await stream.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await stream.fetchChunk())
      yield chunk.getRows() as Row[];
  } catch (error) {
    throw duckFailure(error, duck.reads, analysisText.stopped);
  }
}
