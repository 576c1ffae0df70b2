import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { inMemory, registerFile, type Database } from '#engine/catalog/open-catalog.ts';
import {
  examineRegister,
  outsideRegister,
  type OutsideRegister,
  type RegisterExamination,
  type RegisterIdentity,
} from './examine-journal.ts';

/** What was examined before a workspace was opened: these bytes, beside what was known outside them. */
export interface ExaminedAhead {
  bytes: Buffer;
  outside: OutsideRegister;
  found: RegisterExamination;
}

/**
 * Examines a register that is not open yet. A passphrase takes some 0.4 s of another core to become a key, in which this
 * is done. Changes nothing in the folder.
 * @returns null where it cannot be read like that: whoever opens the workspace says why
 */
export function examineAhead(
  directory: string,
  profileDirectory: string,
  identity: RegisterIdentity,
): ExaminedAhead | null {
  try {
    // As they lie there: of a file that SQLite would first have to put in order, the opened one has other bytes.
    const bytes = readFileSync(registerFile(directory));
    const outside = outsideRegister(directory, profileDirectory, identity);
    const db = inMemory(bytes);
    try {
      return { bytes, outside, found: examineRegister(db, outside) };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/**
 * Examines the register of a workspace that is being opened. What was found ahead stands where it was found of every
 * byte that is there now; of anything else it says nothing.
 */
export function examineOpened(
  db: Database,
  outside: OutsideRegister,
  ahead: ExaminedAhead | null,
): RegisterExamination {
  const isSame = ahead !== null && isDeepStrictEqual(ahead.outside, outside) && liesIn(db.name, ahead.bytes);
  return isSame ? ahead.found : examineRegister(db, outside);
}

/** A mebibyte at a time: room for the whole file once more takes longer to get than the comparison. */
const atOnce = 1024 ** 2;

/**
 * Whether a database's file has these bytes. Of one in WAL mode, or beside which a journal lies, SQLite reads others than
 * lie there: no.
 */
function liesIn(file: string, bytes: Buffer): boolean {
  if (bytes[18] === 2 || bytes[19] === 2) return false;
  if (existsSync(`${file}-journal`) || existsSync(`${file}-wal`)) return false;
  const handle = openSync(file, 'r');
  try {
    if (fstatSync(handle).size !== bytes.length) return false;
    const piece = Buffer.alloc(Math.min(atOnce, bytes.length));
    for (let at = 0; at < bytes.length;) {
      const read = readSync(handle, piece, 0, piece.length, at);
      if (read === 0 || piece.compare(bytes, at, at + read, 0, read) !== 0) return false;
      at += read;
    }
    return true;
  } finally {
    closeSync(handle);
  }
}
