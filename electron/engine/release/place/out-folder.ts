import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { relatedText as text } from '#shared/text/engine/related-tables.ts';

/**
 * The folder that several files are written to, made where there is none; `undo` removes it again while it is empty.
 * @throws Failure TARGET_UNWRITABLE where it cannot be made, or is a file
 */
export function makeOutFolder(path: string): { undo(): void } {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw new Failure('TARGET_UNWRITABLE', text.isFile(basename(path)));
    return { undo: () => undefined };
  }
  try {
    mkdirSync(path);
  } catch (error) {
    throw new Failure('TARGET_UNWRITABLE', text.noFolder(basename(path)), { cause: error });
  }
  return {
    undo: () => {
      try {
        rmdirSync(path);
      } catch {
        // Something lies in it by now.
      }
    },
  };
}
