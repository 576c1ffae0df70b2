import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Failure } from '#shared/contract/failure.ts';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { throwIfCancelled, workCancelled } from '#engine/jobs/cancelled.ts';
import type { CheckedFile } from '../check-file.ts';
import type { SqliteMessage, SqliteTask } from './task.ts';

type Done = Extract<SqliteMessage, { type: 'done' }>;

export interface ReaderHooks {
  signal: AbortSignal | undefined;
  onProgress?: (done: number, total: number | null) => void;
}

/** The same runtime as this process, Electron's as plain Node, without the switches it was started with. */
function start(): ReturnType<typeof fork> {
  const env: NodeJS.ProcessEnv = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  delete env.NODE_OPTIONS;
  return fork(fileURLToPath(new URL('./watchdog.ts', import.meta.url)), [], { execArgv: ['--no-warnings'], env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
}

const failureOf = ({ refusal, code }: Extract<SqliteMessage, { type: 'failed' }>): Error =>
  refusal ? new Failure(refusal.code, refusal.message) : Object.assign(new Error('a SQLite file could not be read'), { code });

/**
 * Runs one task on a SQLite file in a process of its own, which can be ended in the midst of a statement, and whose time and memory are bounded.
 * It is gone, and lets go of its files, when this returns.
 * @throws Failure FILE_DAMAGED where the file cannot be read within these bounds, JOB_CANCELLED on abort
 */
export async function runReader(file: CheckedFile, task: Pick<SqliteTask, 'work' | 'table' | 'rows'>, { signal, onProgress }: ReaderHooks): Promise<Done> {
  throwIfCancelled(signal);
  const child = start();
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const stop = new AbortController();
  try {
    return await new Promise<Done>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(workCancelled()), { once: true, signal: stop.signal });
      child.on('message', (message: SqliteMessage) => {
        if (message.type === 'progress') onProgress?.(message.done, message.total);
        else if (message.type === 'done') resolve(message);
        else reject(failureOf(message));
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Failure('FILE_DAMAGED', sqliteText.stopped(file.fileName))));
      const { path, fileName, bytes, head } = file;
      child.send({ ...task, path, fileName, bytes, writeAhead: head[18] === 2 || head[19] === 2 } satisfies SqliteTask, () => {});
    });
  } finally {
    stop.abort();
    child.kill('SIGKILL');
    await gone;
  }
}
