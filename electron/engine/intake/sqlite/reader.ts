import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { Refusal } from '../refusal.ts';
import { copyRows } from './copy-rows.ts';
import { findTable } from './find-table.ts';
import { openReadOnly } from './open-read-only.ts';
import type { SqliteMessage, SqliteTask } from './task.ts';

/**
 * Reads a SQLite file in a thread that `watchReader` watches: a statement of SQLite's cannot be interrupted from
 * inside.
 */
const task = workerData as SqliteTask;
const say = (message: SqliteMessage): void => parentPort?.postMessage(message);

function failed(error: unknown): SqliteMessage {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'INTERNAL';
  if (error instanceof Refusal) return { type: 'failed', refusal: { code: error.code, message: error.message }, code };
  if (error instanceof Database.SqliteError)
    return {
      type: 'failed',
      refusal: { code: 'FILE_DAMAGED', message: sqliteText.unreadable(task.fileName, code) },
      code,
    };
  return { type: 'failed', refusal: null, code };
}

try {
  const database = await openReadOnly(task);
  try {
    const shape = findTable(database, task, () => say({ type: 'progress', done: 0, total: null }));
    const copied = task.rows
      ? await copyRows(database, shape, task, (done, total) => say({ type: 'progress', done, total }))
      : null;
    say({ type: 'done', shape, copied });
  } finally {
    database.close();
  }
} catch (error) {
  say(failed(error));
}
