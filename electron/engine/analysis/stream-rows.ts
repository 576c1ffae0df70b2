import { Failure } from '#shared/contract/failure.ts';
import { redactDuckMessage, type Duck } from './open-duck.ts';

/** Rows of a query as arrays, a vector at a time: memory does not grow with them. @throws Failure without any cell value */
export async function* streamRows<Row extends unknown[]>(duck: Duck, sql: string): AsyncGenerator<Row[]> {
  try {
    const stream = await duck.raw.stream(sql);
    for (let chunk = await stream.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await stream.fetchChunk()) yield chunk.getRows() as Row[];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.startsWith('INTERRUPT')) throw new Failure('JOB_CANCELLED', 'The work was cancelled; nothing was written.');
    throw error instanceof Failure ? error : new Failure('INTERNAL', `The data engine stopped while rows were read: ${redactDuckMessage(message)}`);
  }
}
