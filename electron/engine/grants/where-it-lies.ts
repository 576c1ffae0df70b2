import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Where a path leads, whatever its spelling: names, links and file systems that know no case can give one file many.
 */
export interface Place {
  /** The entry a rename would replace, and the one it leads to where it is a link; no folder on the way is a link. */
  spellings: string[];
  /** Device and inode of what is there now; null where nothing is, or the file system counts none. */
  identity: string | null;
  kind: 'nothing' | 'file' | 'folder' | 'other';
  /** More than one name leads to what is there. */
  linked: boolean;
}

/** The entry itself, with every folder above it that exists spelled as it is. */
function entryOf(path: string): string {
  const parent = dirname(path);
  if (parent === path) return path;
  try {
    return join(realpathSync.native(parent), basename(path));
  } catch {
    return join(entryOf(parent), basename(path));
  }
}

/** Follows links by hand, so that one that leads nowhere yet is followed too. */
function spellingsOf(path: string): string[] {
  const spellings = [entryOf(resolve(path))];
  for (let hops = 0; hops < 40; hops += 1) {
    const at = spellings.at(-1)!;
    try {
      spellings.push(entryOf(resolve(dirname(at), readlinkSync(at))));
    } catch {
      break;
    }
  }
  return spellings;
}

export function placeOf(path: string): Place {
  const spellings = spellingsOf(path);
  try {
    const found = statSync(path, { bigint: true });
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    return {
      spellings,
      identity: found.ino === 0n ? null : `${found.dev}:${found.ino}`,
      kind,
      linked: found.nlink > 1n,
    };
  } catch {
    return { spellings, identity: null, kind: exists(path) ? 'other' : 'nothing', linked: false };
  }
}

/** A link that leads nowhere is nothing yet; what is there and cannot be looked at is no file of ours. */
function exists(path: string): boolean {
  try {
    return !lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Two names that differ in case or composition only are one file on half of all systems. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** Whether writing to one would touch the other. */
export function isSamePlace(a: Place, b: Place): boolean {
  if (a.identity !== null && b.identity !== null) return a.identity === b.identity;
  // What is there has every one of its names: a name that leads nowhere is not one of them.
  if ((a.kind === 'nothing') !== (b.kind === 'nothing')) return false;
  const names = new Set(a.spellings.map(folded));
  return b.spellings.some((spelling) => names.has(folded(spelling)));
}
