import { Failure } from '#shared/contract/failure.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/**
 * What went wrong at SQLite or at the file system, as a failure for people. Failures pass through as they are.
 * @param name the workspace's or file's name, for the sentence
 */
export function storageFailure(error: unknown, name: string): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new Failure('DISK_FULL', `${name}: the disk is full. Free some space and try again; nothing that was there before is lost.`, { cause: error });
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return new Failure('WORKSPACE_LOCKED', `${name} is being written by another program. Close it there and try again.`, { cause: error });
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return new Failure('WORKSPACE_READ_ONLY', `${name} cannot be written to: it lies in a read-only place. Copy it to a folder of your own and open the copy.`, { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new Failure('WORKSPACE_DAMAGED', `${name}: register.sqlite is damaged. Put back a copy of this file from a backup of the workspace.`, { cause: error });
  if (code === 'SQLITE_CANTOPEN' || code === 'ENOENT' || code === 'ENOTDIR') return new Failure('WORKSPACE_NONE', `${name}: a file of the workspace is missing or cannot be opened.`, { cause: error });
  return new Failure('INTERNAL', `${name}: the workspace could not be read or written (${code === '' ? 'unknown error' : code}).`, { cause: error });
}

/** Runs work and turns storage errors into failures. */
export function guardStorage<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(SQLITE_|E[A-Z]+$)/.test(codeOf(error))) throw storageFailure(error, name);
    throw error;
  }
}
