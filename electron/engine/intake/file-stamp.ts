import { stat } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { intakeText } from '#shared/text/engine/intake.ts';

/**
 * What changes when a file is written to or replaced: which file it is, its size, and when it was last written
 * (nanoseconds).
 */
export async function fileStamp(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs].join('/');
}

/** @throws Failure FILE_DAMAGED when the file is not the one that was stamped, or gone */
export async function refuseChanged(path: string, stamp: string, fileName: string): Promise<void> {
  const now = await fileStamp(path).catch(() => null);
  if (now !== stamp) throw new Failure('FILE_DAMAGED', intakeText.changed(fileName));
}
