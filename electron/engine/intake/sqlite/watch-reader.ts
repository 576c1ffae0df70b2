import { Worker } from 'node:worker_threads';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import type { SqliteMessage, SqliteTask } from './task.ts';

const mebibyte = 1024 ** 2;
/** What reading may add to a process. */
const mostGained = 370 * mebibyte;
const mostHeapMb = 256;
const lookEvery = 25;
/** Without a word: counting goes through all of a table at once. */
const silenceMs = (bytes: number): number => 18_000 + 10 * Math.ceil(bytes / mebibyte);
/** For everything. */
const longestMs = (bytes: number): number => 24_000 + 1000 * Math.ceil(bytes / mebibyte);

/**
 * Starts the reader's thread, which may be lost in one statement for ever, and looks at it from this one: at its
 * silence, at its time for a file of this size, at the memory of the process. `say` is called with all that the reader
 * says; after an end or a refusal with nothing more.
 * @returns ends the thread, as far as a thread can be ended, and the looking
 */
export function watchReader(task: SqliteTask, say: (message: SqliteMessage) => void): () => Promise<unknown> {
  const begun = performance.now();
  const before = process.memoryUsage.rss();
  const worker = new Worker(new URL('./reader.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
    stdout: true,
    stderr: true,
  });
  let heard = begun;
  let over = false;
  const tell = (message: SqliteMessage): void => {
    if (over) return;
    heard = performance.now();
    over = message.type !== 'progress';
    if (over) clearInterval(look);
    say(message);
  };
  const refuse = (sentence: string): void =>
    tell({ type: 'failed', refusal: { code: 'FILE_DAMAGED', message: sentence }, code: 'FILE_DAMAGED' });
  const look = setInterval(() => {
    const now = performance.now();
    if (process.memoryUsage.rss() - before > mostGained) refuse(sqliteText.needsMemory(task.fileName));
    else if (now - heard > silenceMs(task.bytes) || now - begun > longestMs(task.bytes))
      refuse(sqliteText.takesTooLong(task.fileName));
  }, lookEvery);
  worker.on('message', tell);
  worker.on('error', (error) =>
    refuse(
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? sqliteText.needsMemory(task.fileName)
        : sqliteText.stopped(task.fileName),
    ),
  );
  worker.on('exit', () => refuse(sqliteText.stopped(task.fileName)));
  return () => {
    over = true;
    clearInterval(look);
    return worker.terminate();
  };
}
