import { isDiskFull } from '#engine/machine/disk-full.ts';
import { Failure } from '#shared/contract/failure.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';
import { engineText } from '#shared/text/engine/engine.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * What went wrong at SQLite or at the file system, as a failure for people. Failures pass through as they are.
 * @param name the workspace's or file's name, for the sentence
 */
export function storageFailure(error: unknown, name: string): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  if (isDiskFull(error)) return new Failure('DISK_FULL', catalogText.diskFull(name), { cause: error });
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
    return new Failure('WORKSPACE_LOCKED', catalogText.beingWritten(name), { cause: error });
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new Failure('WORKSPACE_READ_ONLY', catalogText.readOnlyPlace(name), { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new Failure('WORKSPACE_DAMAGED', catalogText.damaged(name), { cause: error });
  if (code === 'SQLITE_CANTOPEN' || code === 'ENOENT' || code === 'ENOTDIR')
    return new Failure('WORKSPACE_NONE', catalogText.partMissing(name), { cause: error });
  return new Failure('INTERNAL', catalogText.failed(name, code === '' ? engineText.unknownError : code), {
    cause: error,
  });
}

/** Runs work and turns storage errors into failures. */
export function guardStorage<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(SQLITE_|E[A-Z]+$)/.test(codeOf(error)))
      throw storageFailure(error, name);
    throw error;
  }
}
