import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { nextPath, sealedPath } from '#engine/workspace-folder/sealed-path.ts';

const [sealed, next] = ['.sealed', '.next'];

/** Names that something waits to take the place of. */
export function namesWithNext(directory: string): string[] {
  const data = join(directory, 'data');
  const ending = `${sealed}${next}`;
  return (existsSync(data) ? readdirSync(data) : [])
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}

/** SHA-256 (hex) of a file's bytes as they lie there; null where there is none. */
export async function sha256OfFile(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Makes the names of files last through a power cut, where the system can (not Windows). */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export const flushNext = (directory: string): void => flushFolder(dirname(nextPath(directory, 'any')));

/** Puts it in place; nothing where none waits. */
export function promoteNext(directory: string, name: string): void {
  const waiting = nextPath(directory, name);
  if (!existsSync(waiting)) return;
  renameSync(waiting, sealedPath(directory, name));
  flushFolder(dirname(waiting));
}

export function dropNext(directory: string, name: string): void {
  for (const path of [nextPath(directory, name), `${nextPath(directory, name)}.partial`]) rmSync(path, { force: true });
}
