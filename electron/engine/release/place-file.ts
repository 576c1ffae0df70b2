import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { readPieces } from '#engine/intake/read-pieces.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { targetFailure, targetExists, type FileBorder } from './file-border.ts';

export interface StagedFile {
  /** Where the whole file lies, beside its target and flushed to the disk. */
  path: string;
  bytes: number;
  /** Of the bytes handed to the file system, lower-case hex. */
  sha256: string;
  /** Gives the file its name. @throws Failure TARGET_EXISTS where one came up meanwhile and `force` is off */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** Refuses a target before any work is done. @throws Failure TARGET_EXISTS, TARGET_UNWRITABLE */
export async function checkTarget(target: string, force: boolean, files: FileBorder): Promise<void> {
  const name = basename(target);
  try {
    const directory = await files.isDirectory(target);
    if (directory === true) throw Object.assign(new Error('The target is a folder.'), { code: 'EISDIR' });
    if (directory === false && !force) throw targetExists(name);
    const probe = temporaryName(target);
    await (await files.create(probe)).close();
    await files.remove(probe);
  } catch (error) {
    throw targetFailure(error, name);
  }
}

const temporaryName = (target: string): string => join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`);

/**
 * Copies `parts` one after the other to a temporary name beside `target`, hashing on the way, and flushes it. Nothing bears the
 * target's name before `commit`; whatever goes wrong, nothing is left behind.
 * @throws Failure DISK_FULL, TARGET_UNWRITABLE, JOB_CANCELLED
 */
export async function stageFile(target: string, parts: (Buffer | { file: string })[], options: { force: boolean; files: FileBorder; signal?: AbortSignal | undefined; onBytes?: (done: number) => void }): Promise<StagedFile> {
  const { files, signal } = options;
  const path = temporaryName(target);
  const name = basename(target);
  const discard = (): Promise<void> => files.remove(path);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const handle = await files.create(path);
    try {
      const write = async (chunk: Buffer): Promise<void> => {
        throwIfCancelled(signal);
        hash.update(chunk);
        for (let from = 0; from < chunk.length; ) from += (await handle.write(chunk, from)).bytesWritten;
        bytes += chunk.length;
        options.onBytes?.(bytes);
      };
      for (const part of parts) {
        if (Buffer.isBuffer(part)) await write(part);
        else for await (const chunk of readPieces(part.file)) await write(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard();
    throw targetFailure(error, name);
  }
  const commit = async (): Promise<void> => {
    try {
      if (options.force) await files.rename(path, target);
      else {
        try {
          // A hard link never replaces: two runs with one target cannot overwrite each other.
          await files.link(path, target);
          await discard();
        } catch (error) {
          if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
          if ((await files.isDirectory(target)) !== null) throw targetExists(name);
          await files.rename(path, target);
        }
      }
      await files.syncFolder(dirname(target));
    } catch (error) {
      await discard();
      throw targetFailure(error, name);
    }
  };
  return { path, bytes, sha256: hash.digest('hex'), commit, discard };
}

/**
 * Gives output and certificate their names, both or neither: an output that was replaced comes back when the certificate cannot follow.
 * @throws Failure as `commit`
 */
export async function commitBoth(output: StagedFile, certificate: StagedFile, target: string, files: FileBorder): Promise<void> {
  const former = temporaryName(target);
  // Where nothing was there, or the file system has no links, there is nothing to bring back.
  const saved = await files.link(target, former).then(() => true, () => false);
  try {
    await output.commit();
    try {
      await certificate.commit();
    } catch (error) {
      if (saved) await files.rename(former, target);
      else await files.remove(target);
      throw error;
    }
  } finally {
    await files.remove(former);
  }
}
