import { createHash } from 'node:crypto';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { CheckedFile } from './check-file.ts';
import type { IntakeProgress } from './context.ts';
import { readPieces } from './read-pieces.ts';

/** SHA-256 (lower-case hex) of a file's bytes as they lie on the disk. */
export async function hashFile(
  file: CheckedFile,
  progress: (progress: IntakeProgress) => void,
  signal: AbortSignal | undefined,
): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const piece of readPieces(file.path)) {
    throwIfCancelled(signal);
    hash.update(piece);
    done += piece.length;
    progress({ phase: jobsText.phases.readingFile, done, total: file.bytes, unit: 'bytes' });
  }
  return hash.digest('hex');
}
