import { readFileSync } from 'node:fs';
import { sync as writeAtomic } from 'write-file-atomic';

/** Writes JSON whole or not at all, flushed to the disk, readable by its owner only. */
export function writeJson(file: string, value: unknown): void {
  writeAtomic(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}

/** The parsed file; `undefined` when there is none, `null` when it is no JSON. Other errors are thrown. */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
