import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { Failure } from '#shared/contract/failure.ts';
import { isDiskFull } from '#engine/machine/disk-full.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { releaseText } from '#shared/text/engine/release.ts';

/** Refuses a file whose folder is not there before any work is done for it. @throws Failure TARGET_UNWRITABLE */
export function checkFolder(path: string): void {
  if (!existsSync(dirname(resolve(path))))
    throw new Failure('TARGET_UNWRITABLE', releaseText.cannotWrite(basename(path)));
}

/** Writes a text file whole or not at all. @throws Failure DISK_FULL, TARGET_UNWRITABLE */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await writeFileAtomic(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENAMETOOLONG')
      throw new Failure('TARGET_UNWRITABLE', engineText.nameTooLong);
    throw isDiskFull(error)
      ? new Failure('DISK_FULL', releaseText.diskFull(basename(path)))
      : new Failure('TARGET_UNWRITABLE', releaseText.cannotWrite(basename(path)));
  }
}
