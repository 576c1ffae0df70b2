import SqliteDatabase, { type Database } from 'better-sqlite3';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';
import { migrate, type Migrated } from './migrate.ts';
import { guardStorage } from './sqlite-failure.ts';

export type { Database } from 'better-sqlite3';

/** "Cust": marks the file as ours. */
export const applicationId = 0x43757374;
export const registerFile = (directory: string): string => join(directory, 'register.sqlite');

/** Hostile schemas may not run functions; rows are checked before they are used. */
function harden(db: Database): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
}

/**
 * Opens a workspace's `register.sqlite` for writing and brings its schema up to date. A rollback journal with full
 * syncs: between transactions the folder is one consistent thing to copy.
 * @throws Failure WORKSPACE_FROM_FUTURE, WORKSPACE_DAMAGED, WORKSPACE_READ_ONLY, DISK_FULL
 */
export function openCatalog(
  directory: string,
  name: string,
  now: Date,
  create = false,
): { db: Database; migrated: Migrated | null } {
  return guardStorage(name, () => {
    const db = new SqliteDatabase(registerFile(directory), { fileMustExist: !create, timeout: 2000 });
    try {
      harden(db);
      db.pragma('journal_mode = DELETE');
      db.pragma('synchronous = FULL');
      db.pragma('secure_delete = ON');
      db.pragma('recursive_triggers = ON');
      if (create) db.pragma(`application_id = ${applicationId}`);
      else checkApplication(db, name);
      return { db, migrated: migrate(db, directory, name, now) };
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/**
 * Opens it for reading only, without touching the folder. @throws Failure, and SQLite's own error where a crashed
 * writer's journal must be played back first
 */
export const openCatalogReadOnly = (file: string, name: string): Database =>
  asItIs(new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 10_000 }), name);

/** The bytes of an open database's file as they are at one moment. */
function bytesOf(db: Database): Buffer {
  db.exec('BEGIN');
  try {
    // The first read takes the lock that holds for all of the copy.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db.serialize();
  } finally {
    db.exec('COMMIT');
  }
}

/** A database of these bytes, in memory: what is done to it is done to no file. */
export function inMemory(bytes: Buffer): Database {
  const copy = new SqliteDatabase(bytes);
  harden(copy);
  return copy;
}

/**
 * All of an open database as it is at one moment, in memory: whoever examines it at leisure neither sees half of what a
 * writer adds meanwhile nor makes the writer wait.
 */
export const snapshotOf = (db: Database): Database => inMemory(bytesOf(db));

/** Opens a private copy of it, in which SQLite may play back a journal. */
export const openCatalogCopy = (file: string, name: string): Database =>
  asItIs(new SqliteDatabase(file, { fileMustExist: true }), name);

/** A database whose schema stays as it is found, if it is one of ours. */
function asItIs(db: Database, name: string): Database {
  try {
    harden(db);
    checkApplication(db, name);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function checkApplication(db: Database, name: string): void {
  if (db.pragma('application_id', { simple: true }) !== applicationId)
    throw new Failure('WORKSPACE_DAMAGED', catalogText.ofAnother(name));
}
