import { Failure } from '#shared/contract/failure.ts';
import { duckDbText } from '#shared/text/engine/duckdb.ts';
import { throwIfCancelled, workCancelled } from '#engine/jobs/cancelled.ts';
import { readsInProcess, startReaderProcess } from '../reader-process.ts';
import { readDatabase } from './read-database.ts';
import type { DuckDbFound, DuckDbMessage, DuckDbTask } from './task.ts';

async function inProcess(task: DuckDbTask, signal: AbortSignal | undefined): Promise<DuckDbFound> {
  const stop = new AbortController();
  let end: () => Promise<unknown> = () => Promise.resolve();
  try {
    return await new Promise<DuckDbFound>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(workCancelled()), { once: true, signal: stop.signal });
      end = startReaderProcess<DuckDbMessage>(new URL('./reader.ts', import.meta.url), task, {
        message: (message) =>
          message.type === 'done' ? resolve(message.found) : reject(new Failure(message.code, message.message)),
        gone: (error) => reject(error ?? new Failure('FILE_DAMAGED', duckDbText.stopped(task.fileName))),
      });
    });
  } finally {
    stop.abort();
    await end();
  }
}

/**
 * Runs one task on a DuckDB file, in a process of its own where there may be one.
 * @throws Failure as `readDatabase`; FILE_DAMAGED too where the file took its reader down
 */
export async function runReader(task: DuckDbTask, signal: AbortSignal | undefined): Promise<DuckDbFound> {
  throwIfCancelled(signal);
  return readsInProcess ? await inProcess(task, signal) : await readDatabase(task, signal);
}
