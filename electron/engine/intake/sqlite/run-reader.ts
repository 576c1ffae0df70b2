import { setTimeout } from 'node:timers/promises';
import { Failure } from '#shared/contract/failure.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { throwIfCancelled, workCancelled } from '#engine/jobs/cancelled.ts';
import type { CheckedFile } from '../check-file.ts';
import { type ReaderListener, readsInProcess, startReaderProcess } from '../reader-process.ts';
import type { SqliteMessage, SqliteTask } from './task.ts';
import { watchReader } from './watch-reader.ts';

type Done = Extract<SqliteMessage, { type: 'done' }>;

export interface ReaderHooks {
  signal: AbortSignal | undefined;
  onProgress?: (done: number, total: number | null) => void;
}

type Listener = ReaderListener<SqliteMessage>;

const inProcess = (task: SqliteTask, listener: Listener): (() => Promise<unknown>) =>
  startReaderProcess(new URL('./watchdog.ts', import.meta.url), task, listener);

/** How long a thread is waited for that SQLite may not let go. */
const threadMs = 500;

/**
 * A packaged Electron is forbidden to be Node for anybody: there the reader is a thread of this process. It is bounded
 * in the same way and let go of when it does not end; the process stays able to answer, and Electron ends it together
 * with the app.
 */
function inThread(task: SqliteTask, listener: Listener): () => Promise<unknown> {
  const end = watchReader(task, listener.message);
  return () => Promise.race([end(), setTimeout(threadMs)]);
}

const startReader = readsInProcess ? inProcess : inThread;

const failureOf = ({ refusal, code }: Extract<SqliteMessage, { type: 'failed' }>): Error =>
  refusal
    ? new Failure(refusal.code, refusal.message)
    : Object.assign(new Error('a SQLite file could not be read'), { code });

/**
 * Runs one task on a SQLite file away from this thread, with its time and memory bounded.
 * @throws Failure FILE_DAMAGED where the file cannot be read within these bounds, JOB_CANCELLED on abort
 */
export async function runReader(
  file: CheckedFile,
  task: Pick<SqliteTask, 'work' | 'table' | 'rows'>,
  { signal, onProgress }: ReaderHooks,
): Promise<Done> {
  throwIfCancelled(signal);
  const stop = new AbortController();
  let end: () => Promise<unknown> = () => Promise.resolve();
  try {
    return await new Promise<Done>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(workCancelled()), { once: true, signal: stop.signal });
      const { path, fileName, bytes, head } = file;
      end = startReader(
        { ...task, path, fileName, bytes, writeAhead: head[18] === 2 || head[19] === 2 },
        {
          message: (message) => {
            if (message.type === 'progress') onProgress?.(message.done, message.total);
            else if (message.type === 'done') resolve(message);
            else reject(failureOf(message));
          },
          gone: (error) => reject(error ?? new Failure('FILE_DAMAGED', sqliteText.stopped(fileName))),
        },
      );
    });
  } finally {
    stop.abort();
    await end();
  }
}
