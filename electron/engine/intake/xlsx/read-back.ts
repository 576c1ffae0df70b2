import { stat } from 'node:fs/promises';
import { runWorker } from './run-worker.ts';
import type { SheetRow } from './read-rows.ts';

/**
 * Reads a workbook of our own in the worker, batch by batch, header and all.
 * @param damaged sentence where it cannot be read
 * @returns the digest of its texts
 * @throws Failure FILE_DAMAGED, JOB_CANCELLED on abort
 */
export async function readBack(
  path: string,
  columns: number,
  options: { signal: AbortSignal | undefined; damaged: string; onRows: (rows: SheetRow[]) => Promise<void> },
): Promise<string> {
  let found = '';
  const { size: bytes } = await stat(path);
  await runWorker(
    { path, fileName: '', bytes },
    { kind: 'written', columns },
    { ...options, onDigest: (digest) => (found = digest) },
  );
  return found;
}
