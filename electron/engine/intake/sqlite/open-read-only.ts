import { copyFile, stat } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { SqliteTask } from './task.ts';

/**
 * Opens the database so that the source is never written to: read-only where it lies, or as a copy in the working
 * directory where SQLite would write beside it (a write-ahead log, a journal to be rolled back). Everything is off by
 * which a schema could act; only plain tables are read, no views, triggers or virtual tables.
 */
export async function openReadOnly({
  path,
  work,
  writeAhead,
}: Pick<SqliteTask, 'path' | 'work' | 'writeAhead'>): Promise<Database.Database> {
  const beside: string[] = [];
  for (const ending of ['-wal', '-journal'])
    if (
      await stat(`${path}${ending}`).then(
        (found) => found.size > 0,
        () => false,
      )
    )
      beside.push(ending);
  const copied = writeAhead || beside.length > 0;
  const copy = `${work}copy.sqlite`;
  if (copied) for (const ending of ['', ...beside]) await copyFile(`${path}${ending}`, `${copy}${ending}`);
  const database = new Database(copied ? copy : path, { fileMustExist: true, readonly: !copied });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('mmap_size = 0');
  database.pragma('query_only = ON');
  return database;
}
