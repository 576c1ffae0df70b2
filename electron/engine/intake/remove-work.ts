import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Removes every working file whose path begins with `work`. */
export async function removeWork(work: string): Promise<void> {
  const directory = dirname(work);
  const names = await readdir(directory).catch(() => [] as string[]);
  await Promise.all(
    names
      .filter((name) => name.startsWith(basename(work)))
      .map((name) => rm(join(directory, name), { recursive: true, force: true })),
  );
}
