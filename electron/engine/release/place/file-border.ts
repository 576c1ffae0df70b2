import { constants } from 'node:fs';
import { copyFile, link, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { isDiskFull } from '#engine/machine/disk-full.ts';
import { releaseText } from '#shared/text/engine/release.ts';

/** The few calls with which a release touches the operator's folder: tests hand in their own to make a disk full. */
export interface FileBorder {
  create(path: string): Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  /** Flushed to the disk; never over what is there. */
  copy(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  isDirectory(path: string): Promise<boolean | null>;
  syncFolder(path: string): Promise<void>;
}

export const fileBorder: FileBorder = {
  create: (path) => open(path, 'wx'),
  rename,
  link,
  copy: async (from, to) => {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const handle = await open(to, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  remove: (path) => rm(path, { force: true }),
  isDirectory: async (path) => {
    try {
      return (await stat(path)).isDirectory();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  },
  syncFolder: async (path) => {
    // Windows cannot open a folder, some network file systems cannot sync one: the rename itself has happened.
    const folder = await open(path, 'r').catch(() => null);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  },
};

/** What the file system said, as a sentence for a person; other errors pass through. */
export function targetFailure(error: unknown, fileName: string): unknown {
  if (error instanceof Failure) return error;
  if (isDiskFull(error)) return new Failure('DISK_FULL', releaseText.diskFull(fileName), { cause: error });
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'EFBIG':
      return new Failure('TARGET_UNWRITABLE', releaseText.tooLargeForDisk(fileName), { cause: error });
    case 'ENAMETOOLONG':
      return new Failure('TARGET_UNWRITABLE', releaseText.nameTooLong, { cause: error });
    case 'EEXIST':
      return targetExists(fileName);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return new Failure('TARGET_UNWRITABLE', releaseText.cannotWrite(fileName), { cause: error });
    default:
      return error;
  }
}

export const targetExists = (fileName: string): Failure =>
  new Failure('TARGET_EXISTS', releaseText.alreadyThere(fileName));
