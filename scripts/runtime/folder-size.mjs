import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Bytes in all files below a folder; 0 when it does not exist. Files that vanish while counting are left out.
 *
 * @param {string} folder
 * @returns {number}
 */
export function folderSize(folder) {
  let total = 0;
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return 0;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    try {
      total += entry.isDirectory() ? folderSize(path) : lstatSync(path).size;
    } catch {
      // Gone between listing and looking: a download moved it on.
    }
  }
  return total;
}
