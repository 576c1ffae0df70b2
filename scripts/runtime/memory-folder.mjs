// Plain JavaScript for Node 20.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** Bytes that must be free: far more than tests ever keep at once. */
const room = 6 * 1024 ** 3;

/** Whether programs may be started from a mounted folder, as the tests do with what they build. */
function mayStartPrograms(mount) {
  const lines = readFileSync('/proc/mounts', 'utf8').split('\n');
  const options = lines.map((line) => line.split(' ')).findLast(([, place]) => place === mount)?.[3];
  return options !== undefined && !options.split(',').includes('noexec');
}

/** Removes what interrupted runs left: a folder is named after the process that made it. */
function removeLeftOvers() {
  for (const name of readdirSync(memory)) {
    const maker = /^custos-tests-(\d+)-/.exec(name)?.[1];
    if (maker !== undefined && !existsSync(`/proc/${maker}`))
      rmSync(join(memory, name), { recursive: true, force: true });
  }
}

/**
 * A new folder whose files lie in memory, for tests: they make thousands of workspaces, each of which has the disk
 * confirm what it writes. Everybody may write there, as in the system's own: windows run as another user.
 * @returns null where the system has none, or too little room
 */
export function makeMemoryFolder() {
  try {
    removeLeftOvers();
    const { bavail, bsize } = statfsSync(memory);
    const free = Math.min(bavail * bsize, freemem(), process.availableMemory?.() ?? Infinity);
    if (free < room || !mayStartPrograms(memory)) return null;
    const folder = mkdtempSync(join(memory, `custos-tests-${process.pid}-`));
    chmodSync(folder, 0o1777);
    return folder;
  } catch {
    return null;
  }
}
