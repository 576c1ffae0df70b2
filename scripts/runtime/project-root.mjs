import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @returns {string} the project's own Node 24 where it is installed, else the Node that is running */
export function projectNode() {
  const own = join(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return process.platform !== 'win32' && existsSync(own) ? own : process.execPath;
}

/** Where Node keeps compiled code between runs of the command line: a quarter of a second of every start. */
export const compileCache = join(projectRoot, 'node_modules', '.cache', 'compiled');
