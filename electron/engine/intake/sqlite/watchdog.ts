import { Worker } from 'node:worker_threads';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import type { SqliteMessage, SqliteTask } from './task.ts';

/**
 * Entry of the process in which a SQLite file is read. Its reader's thread may be lost in one statement for ever, so this thread looks at it: at its
 * silence, at its time for a file of this size, at the memory of the process. It ends with whoever started it, however that one ended.
 */
const mebibyte = 1024 ** 2;
const mostMemory = 420 * mebibyte;
const mostHeapMb = 256;
const lookEvery = 25;
/** Without a word: counting goes through all of a table at once. */
const silenceMs = (bytes: number): number => 18_000 + 10 * Math.ceil(bytes / mebibyte);
/** For everything. */
const longestMs = (bytes: number): number => 24_000 + 1000 * Math.ceil(bytes / mebibyte);

const end = (): void => void process.kill(process.pid, 'SIGKILL');

function watch(task: SqliteTask): void {
  const worker = new Worker(new URL('./reader.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: mostHeapMb } });
  const say = (message: SqliteMessage): void => void process.send?.(message);
  const refuse = (sentence: string): void => {
    clearInterval(look);
    say({ type: 'failed', refusal: { code: 'FILE_DAMAGED', message: sentence }, code: 'FILE_DAMAGED' });
    // Whoever hears this ends the process; it is not waited for long.
    setTimeout(end, 1000);
  };
  const begun = performance.now();
  let heard = begun;
  const look = setInterval(() => {
    const now = performance.now();
    if (process.memoryUsage.rss() > mostMemory) refuse(sqliteText.needsMemory(task.fileName));
    else if (now - heard > silenceMs(task.bytes) || now - begun > longestMs(task.bytes)) refuse(sqliteText.takesTooLong(task.fileName));
  }, lookEvery);
  worker.on('message', (message: SqliteMessage) => {
    heard = performance.now();
    say(message);
  });
  worker.on('error', (error) => refuse('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? sqliteText.needsMemory(task.fileName) : sqliteText.stopped(task.fileName)));
}

process.on('disconnect', end);
// Of a terminal's signals its starter decides.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.once('message', (task) => watch(task as SqliteTask));
