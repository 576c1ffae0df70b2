import { open, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { fileStamp } from './file-stamp.ts';

/**
 * What is known of a file before its format: its absolute path, its name for messages, size in bytes and first bytes
 * (at most 64 KiB).
 */
export interface CheckedFile {
  path: string;
  fileName: string;
  bytes: number;
  head: Buffer;
  /** What its name ends in, with the dot and in lower case. */
  ending: string;
  /** Its `fileStamp` before anything was read. */
  stamp: string;
}

const headBytes = 65_536;

/**
 * Makes sure that `given` is a readable, non-empty file.
 * @param called what messages call it, where it is a copy of another
 * @throws Failure FILE_MISSING, FILE_UNREADABLE or FILE_EMPTY, each naming the file and what to do
 */
export async function checkFile(given: string, called?: string): Promise<CheckedFile> {
  const path = resolve(given);
  const fileName = called ?? basename(path);
  const ending = extname(path).toLowerCase();
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Failure('FILE_UNREADABLE', intakeText.isFolder(fileName));
    if (!found.isFile()) throw new Failure('FILE_UNREADABLE', intakeText.isNoFile(fileName));
    if (found.size === 0) throw new Failure('FILE_EMPTY', intakeText.isEmpty(fileName));
    const stamp = await fileStamp(path);
    const file = await open(path, 'r');
    try {
      const head = Buffer.alloc(Math.min(found.size, headBytes));
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      return { path, fileName, ending, bytes: found.size, head: head.subarray(0, bytesRead), stamp };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileFailure(error, fileName);
  }
}

/** Turns the file system's error into a sentence; a Failure passes unchanged. */
export function fileFailure(error: unknown, fileName: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Failure) return error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure('FILE_MISSING', intakeText.notThere(fileName));
  if (code === 'EACCES' || code === 'EPERM') return new Failure('FILE_UNREADABLE', intakeText.mayNotBeRead(fileName));
  if (code === 'EIO' || code === 'EBUSY') return new Failure('FILE_UNREADABLE', intakeText.diskFails(fileName, code));
  if (code === 'ENOSPC') return new Failure('DISK_FULL', engineText.diskFull);
  return error;
}
