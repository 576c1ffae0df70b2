import { copyFile, stat } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { sqliteText } from '#shared/text/engine/sqlite.ts';
import { Refusal } from '../refusal.ts';
import { schemaBytes } from './schema-bytes.ts';
import type { SqliteTask } from './task.ts';

/** More than ten thousand tables need to be described. */
const mostSchema = 4 * 1024 ** 2;

/** Brings what lies beside a copy into it, by a statement for which SQLite does not look at the tables. */
function takeIn(copy: string): void {
  const database = new Database(copy, { fileMustExist: true });
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/**
 * Opens the database so that the source is never written to: read-only where it lies, or as a copy in the working
 * directory where SQLite would write beside it (a write-ahead log, a journal to be rolled back). Everything is off by
 * which a schema could act; plain tables are read, a view only where somebody chose it or there is nothing else, no
 * triggers or virtual tables.
 * @throws Refusal FILE_DAMAGED where the schema is larger than SQLite may be given
 */
export async function openReadOnly({
  path,
  fileName,
  work,
  writeAhead,
}: Pick<SqliteTask, 'path' | 'fileName' | 'work' | 'writeAhead'>): Promise<Database.Database> {
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
  if (copied) takeIn(copy);
  if (schemaBytes(copied ? copy : path) > mostSchema)
    throw new Refusal('FILE_DAMAGED', sqliteText.schemaTooLong(fileName));
  const database = new Database(copied ? copy : path, { fileMustExist: true, readonly: !copied });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('mmap_size = 0');
  database.pragma('query_only = ON');
  return database;
}
