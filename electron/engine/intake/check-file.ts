import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';

/** What is known of a file before its format: its absolute path, its name for messages, size in bytes and first bytes (at most 64 KiB). */
export interface CheckedFile {
  path: string;
  fileName: string;
  bytes: number;
  head: Buffer;
}

const headBytes = 65_536;

/**
 * Makes sure that `given` is a readable, non-empty file.
 * @throws Failure FILE_MISSING, FILE_UNREADABLE or FILE_EMPTY, each naming the file and what to do
 */
export async function checkFile(given: string): Promise<CheckedFile> {
  const path = resolve(given);
  const fileName = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Failure('FILE_UNREADABLE', `“${fileName}” is a folder: choose one of the files in it.`);
    if (!found.isFile()) throw new Failure('FILE_UNREADABLE', `“${fileName}” is not an ordinary file: save its content to a file and open that.`);
    if (found.size === 0) throw new Failure('FILE_EMPTY', `“${fileName}” is empty (0 bytes): export it again.`);
    const file = await open(path, 'r');
    try {
      const head = Buffer.alloc(Math.min(found.size, headBytes));
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      return { path, fileName, bytes: found.size, head: head.subarray(0, bytesRead) };
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
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure('FILE_MISSING', `There is no file “${fileName}” at that place: check the path.`);
  if (code === 'EACCES' || code === 'EPERM') return new Failure('FILE_UNREADABLE', `“${fileName}” may not be read by this user: change its permissions or copy it to a place of your own.`);
  if (code === 'EIO' || code === 'EBUSY') return new Failure('FILE_UNREADABLE', `“${fileName}” could not be read from its disk (${code}): copy it to another disk and open the copy.`);
  if (code === 'ENOSPC') return new Failure('DISK_FULL', 'The disk is full: free some space and try again. Nothing was lost.');
  return error;
}
