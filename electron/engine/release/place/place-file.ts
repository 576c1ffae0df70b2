import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { readPieces } from '#engine/intake/read-pieces.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { targetFailure, targetExists, type FileBorder } from './file-border.ts';
import { hiddenName } from './hidden-names.ts';

export interface StagedFile {
  /** Where the whole file lies, beside its target and flushed to the disk. */
  path: string;
  bytes: number;
  /** Of the bytes handed to the file system, lower-case hex. */
  sha256: string;
  discard(): Promise<void>;
}

/** Refuses a target before any work is done. @throws Failure TARGET_EXISTS, TARGET_UNWRITABLE */
export async function checkTarget(target: string, releaseId: string, force: boolean, files: FileBorder): Promise<void> {
  const name = basename(target);
  try {
    const directory = await files.isDirectory(target);
    if (directory === true) throw Object.assign(new Error('The target is a folder.'), { code: 'EISDIR' });
    if (directory === false && !force) throw targetExists(name);
    const probe = hiddenName(target, releaseId, 'part');
    await (await files.create(probe)).close();
    await files.remove(probe);
  } catch (error) {
    throw targetFailure(error, name);
  }
}

export interface StageOptions {
  releaseId: string;
  files: FileBorder;
  signal?: AbortSignal | undefined;
}

/** Bytes at hand, a file that is copied, or pieces that are made as they are asked for. */
export type StagePart = Buffer | { file: string } | { pieces: AsyncIterable<Buffer> };

/**
 * Copies `parts` one after the other to a hidden name beside `target`, hashing on the way, and flushes it. Nothing
 * bears the target's name by then; whatever goes wrong, nothing is left behind.
 * @throws Failure DISK_FULL, TARGET_UNWRITABLE, JOB_CANCELLED
 */
export async function stageFile(
  target: string,
  parts: readonly StagePart[],
  options: StageOptions,
): Promise<StagedFile> {
  const { files, signal } = options;
  const path = hiddenName(target, options.releaseId, 'part');
  const discard = (): Promise<void> => files.remove(path);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const handle = await files.create(path);
    try {
      const write = async (chunk: Buffer): Promise<void> => {
        throwIfCancelled(signal);
        hash.update(chunk);
        for (let from = 0; from < chunk.length;) from += (await handle.write(chunk, from)).bytesWritten;
        bytes += chunk.length;
      };
      for (const part of parts) {
        if (Buffer.isBuffer(part)) await write(part);
        else for await (const chunk of 'file' in part ? readPieces(part.file) : part.pieces) await write(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard();
    throw targetFailure(error, basename(target));
  }
  return { path, bytes, sha256: hash.digest('hex'), discard };
}
