import { readFileSync } from 'node:fs';
import { resolveElectron } from '../electron-runtime.mjs';

const wanted = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).devDependencies
  .electron;

/**
 * The runtime a package would be made from, and whether it may go to users: only the Electron that package.json names
 * may, because it is the one whose security fixes are current.
 *
 * @returns {{ runtime: ReturnType<typeof resolveElectron>, wanted: string, forUsers: boolean }}
 */
export function packageableRuntime() {
  const runtime = resolveElectron();
  return { runtime, wanted, forUsers: runtime.source !== 'registry' && runtime.version === wanted };
}
