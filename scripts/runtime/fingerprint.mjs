import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes whenever a source file is added, removed, renamed or written: a hash over path, time and size of every file.
 *
 * @param {string} root absolute
 * @param {string[]} sources files and folders below `root`; a missing one counts as empty
 * @returns {string}
 */
export function fingerprint(root, sources) {
  const hash = createHash('sha1');
  const add = (/** @type {string} */ path) => {
    let found;
    try {
      found = statSync(join(root, path));
    } catch {
      return;
    }
    if (found.isFile()) {
      // Tests are no part of a build.
      if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${found.mtimeMs}\0${found.size}\n`);
      return;
    }
    for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
  };
  for (const source of sources) add(source);
  return hash.digest('hex');
}
