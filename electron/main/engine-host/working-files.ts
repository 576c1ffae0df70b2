import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';

/**
 * How every engine's working directories are called: whoever made them stands in the name, so that nothing else is
 * ever removed.
 */
const ownName = /^work\.\d{1,10}\.[0-9a-z-]{1,80}\.$/;

/**
 * Removes what a dead engine left in the clear. An engine that could close wipes for itself and leaves nothing to
 * find here.
 *
 * @param prefix what the paths of all its working directories begin with, as the engine told when it was ready
 */
export async function wipeWorkingFiles(prefix: string): Promise<void> {
  const name = basename(prefix);
  if (!isAbsolute(prefix) || !ownName.test(name)) return;
  const names = await readdir(dirname(prefix)).catch((): string[] => []);
  // What cannot be removed now is removed at the next start.
  const remove = (entry: string): Promise<void> =>
    rm(join(dirname(prefix), entry), { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  await Promise.all(names.filter((entry) => entry.startsWith(name)).map(remove));
}
