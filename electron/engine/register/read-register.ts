import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { refuseFuture, versionOf } from '#engine/catalog/migrate.ts';
import { openCatalogCopy, openCatalogReadOnly, registerFile, type Database } from '#engine/catalog/open-catalog.ts';
import { logRepository, type LogQuery } from '#engine/catalog/repositories/log.ts';
import { storageFailure } from '#engine/catalog/sqlite-failure.ts';
import { readIdentity } from '#engine/workspace/read-identity.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { LogEntry, Verification } from '#shared/contract/register.ts';
import type { StoredEntry } from '#shared/register/log-entry.ts';
import type { Problem } from '#shared/register/verify-log.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';
import { registerText } from '#shared/text/engine/register.ts';
import { workspaceText } from '#shared/text/engine/workspace.ts';
import { datasetNames } from './dataset-names.ts';
import { examineRegister } from './examine-register.ts';

/** What the window and the command line show of an entry; a payload that is no JSON any more is shown as its text. */
function shownEntry(entry: StoredEntry, nameOf: (entry: StoredEntry) => string | undefined): LogEntry {
  let payload: unknown = entry.payload;
  try {
    payload = JSON.parse(entry.payload);
  } catch {
    // A damaged payload is shown as it stands; verification points at it.
  }
  const about = nameOf(entry);
  return { seq: Number(entry.seq), ts: String(entry.ts), kind: String(entry.kind), actor: String(entry.actor), subjectRef: String(entry.subject_ref), ...(about === undefined ? {} : { about }), leafHash: String(entry.leaf_hash), prevHash: String(entry.prev_hash), payload };
}

/**
 * Entries of a workspace's register, newest first. Needs no passphrase, changes nothing in the folder.
 * @param query `text` searches kind, actor, subject and payload
 * @throws Failure WORKSPACE_NONE, WORKSPACE_DAMAGED, WORKSPACE_FROM_FUTURE
 */
export function listEntries(directory: string, query: LogQuery = {}): { total: number; kinds: string[]; entries: LogEntry[] } {
  return reading(directory, (db) => {
    const log = logRepository(db);
    const { total, entries } = log.find(query);
    const nameOf = datasetNames(log, entries);
    return { total, kinds: log.kinds(), entries: entries.map((entry) => shownEntry(entry, nameOf)) };
  });
}

/** One entry. @throws Failure ENTRY_UNKNOWN, and as `listEntries` */
export function getEntry(directory: string, seq: number): LogEntry {
  return reading(directory, (db) => {
    const log = logRepository(db);
    const entry = log.get(seq);
    if (entry === undefined) throw new Failure('ENTRY_UNKNOWN', registerText.noEntry(seq, log.newest()?.seq ?? 0));
    return shownEntry(entry, datasetNames(log, [entry]));
  });
}

/**
 * Verifies a workspace's register. Needs no passphrase, changes nothing in the folder.
 * @param profileDirectory per-user directory in which this machine's signed heads are kept
 * @returns what was found; a register that cannot be read at all is a finding too
 * @throws Failure WORKSPACE_NONE where there is no workspace, WORKSPACE_FROM_FUTURE, WORKSPACE_LOCKED while another program is writing it
 */
export function verifyRegister(directory: string, { profileDirectory }: { profileDirectory: string }): Verification {
  const failed = (...problems: Problem[]): Verification => ({ ok: false, entries: 0, checkpoint: null, problems });
  const identity = readIdentity(directory);
  if (identity === 'missing' || identity === 'damaged') return failed({ seq: null, kind: 'keys-missing', detail: identity === 'missing' ? registerText.keysMissing : registerText.keysDamaged });
  if (!existsSync(registerFile(directory))) return failed({ seq: 1, kind: 'missing', detail: registerText.fileMissing });
  try {
    return withRegister(directory, (db) => examineRegister(db, directory, profileDirectory, identity).verification);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'WORKSPACE_DAMAGED' || code.startsWith('SQLITE_')) return failed({ seq: null, kind: 'file-damaged', detail: registerText.fileDamaged });
    throw error;
  }
}

/** Entries of a register, or a failure for people: RangeError is a number in a damaged file that is none of ours. */
function reading<T>(directory: string, read: (db: Database) => T): T {
  const name = basename(directory);
  try {
    return withRegister(directory, read);
  } catch (error) {
    if (error instanceof RangeError) throw new Failure('WORKSPACE_DAMAGED', catalogText.damaged(name), { cause: error });
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_') ? storageFailure(error, name) : error;
  }
}

/** Reads without side effects: a file that SQLite would have to write to first is read from a private copy. */
function withRegister<T>(directory: string, read: (db: Database) => T): T {
  const name = basename(directory);
  const file = registerFile(directory);
  if (!existsSync(file)) throw new Failure('WORKSPACE_NONE', workspaceText.holdsNoRegister(name));
  const readAndClose = (db: Database): T => {
    try {
      refuseFuture(db, name);
      if (versionOf(db) < 1) throw new Failure('WORKSPACE_DAMAGED', catalogText.holdsNoRegister(name));
      return read(db);
    } finally {
      db.close();
    }
  };
  if (!wantsWriting(file)) {
    try {
      return readAndClose(openCatalogReadOnly(file, name));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // A writer was killed and left its journal: only a copy may be rolled back here.
      if (code !== 'SQLITE_READONLY_ROLLBACK' && code !== 'SQLITE_CANTOPEN') throw code === 'SQLITE_BUSY' ? storageFailure(error, name) : error;
    }
  }
  const copies = mkdtempSync(join(tmpdir(), 'custos-register-'));
  try {
    for (const suffix of ['', '-journal', '-wal']) if (existsSync(`${file}${suffix}`)) copyFileSync(`${file}${suffix}`, `${registerFile(copies)}${suffix}`);
    return readAndClose(openCatalogCopy(registerFile(copies), name));
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
