import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { refuseFuture, versionOf } from '#engine/catalog/migrate.ts';
import {
  openCatalogCopy,
  openCatalogReadOnly,
  registerFile,
  snapshotOf,
  type Database,
} from '#engine/catalog/open-catalog.ts';
import { storageFailure } from '#engine/catalog/sqlite-failure.ts';
import { isBeingWritten } from '#engine/workspace-folder/workspace-lock.ts';
import { Failure } from '#shared/contract/failure.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';

/** How often to look again while somebody is writing, and how long to wait before (milliseconds). */
export const looks = 4;
export const pause = 250;

export const waitFor = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** Entries of a register, or a failure for people: RangeError is a number in a damaged file that is none of ours. */
export function reading<T>(directory: string, read: (db: Database) => T, whole = false): T {
  const name = basename(directory);
  try {
    return withRegister(directory, read, whole);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Failure('WORKSPACE_DAMAGED', catalogText.damaged(name), { cause: error });
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
      ? storageFailure(error, name)
      : error;
  }
}

/**
 * Reads without side effects: a file that SQLite would have to write to first is read from a private copy.
 * @param whole reads everything as it was at one moment, without holding up a writer meanwhile
 */
export function withRegister<T>(directory: string, read: (db: Database) => T, whole = false): T {
  const name = basename(directory);
  const file = registerFile(directory);
  if (!existsSync(file)) throw new Failure('WORKSPACE_NONE', workspaceText.holdsNoRegister(name));
  const readAndClose = (db: Database, own = false): T => {
    try {
      refuseFuture(db, name);
      if (versionOf(db) < 1) throw new Failure('WORKSPACE_DAMAGED', catalogText.holdsNoRegister(name));
      if (!whole || own) return read(db);
      const snapshot = snapshotOf(db);
      try {
        return read(snapshot);
      } finally {
        snapshot.close();
      }
    } finally {
      db.close();
    }
  };
  for (let tried = 1; !wantsWriting(file) && tried <= looks; tried += 1) {
    try {
      return readAndClose(openCatalogReadOnly(file, name));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // A writer was killed and left its journal: only a copy may be rolled back here.
      if (code !== 'SQLITE_READONLY_ROLLBACK' && code !== 'SQLITE_CANTOPEN')
        throw code === 'SQLITE_BUSY' ? storageFailure(error, name) : error;
      // Where the writer lives, its journal is gone in a moment.
      if (!isBeingWritten(directory)) break;
      waitFor(pause);
    }
  }
  const copies = mkdtempSync(join(tmpdir(), 'custos-register-'));
  try {
    for (const suffix of ['', '-journal', '-wal'])
      if (existsSync(`${file}${suffix}`)) copyFileSync(`${file}${suffix}`, `${registerFile(copies)}${suffix}`);
    return readAndClose(openCatalogCopy(registerFile(copies), name), true);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

/** Whether the file says of itself that it is in WAL mode: reading it would make files beside it. */
function wantsWriting(file: string): boolean {
  const header = Buffer.alloc(20);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, 20, 0);
  } finally {
    closeSync(handle);
  }
  return header[18] === 2 || header[19] === 2;
}
