import { Failure } from '#shared/contract/failure.ts';
import { analysisText } from '#shared/text/engine/analysis.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { saysDiskFull } from '#engine/disk-full.ts';
import { workCancelled } from '#engine/jobs/cancelled.ts';
import { redactDuckMessage, type Duck } from './open-duck.ts';

/** Rows of a query as arrays, a vector at a time: memory does not grow with them. @throws Failure without any cell value */
export async function* streamRows<Row extends unknown[]>(duck: Duck, sql: string): AsyncGenerator<Row[]> {
  try {
    const stream = await duck.raw.stream(sql);
    for (let chunk = await stream.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await stream.fetchChunk()) yield chunk.getRows() as Row[];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.startsWith('INTERRUPT')) throw workCancelled();
    if (saysDiskFull(message)) throw new Failure('DISK_FULL', engineText.diskFull);
    throw error instanceof Failure ? error : new Failure('INTERNAL', analysisText.stopped(redactDuckMessage(message)));
  }
}
