import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRuntime } from './electron-runtime.mjs';
import { say } from './runtime/progress.mjs';

/** Debian's names; on releases with 64-bit time two of them carry a suffix. */
const libraryPackages = ['libnss3', 'libgtk-3-0', 'libasound2', 'libgbm1'];
const renamedPackages = new Set(['libgtk-3-0', 'libasound2']);
const displayPackages = ['xvfb', 'xauth'];

/** @param {string} program @returns {boolean} whether it is on the PATH */
const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));

/** @returns {boolean} whether a window can be shown to a person here */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @returns {boolean} whether a virtual display can be started (`xvfb-run`) */
export const hasVirtualDisplay = () => onPath('xvfb-run') && onPath('Xvfb') && onPath('xauth');

/**
 * Shared libraries the executable needs and the system lacks, by name.
 *
 * @param {string} exe
 * @returns {string[]} empty where it starts, and on systems without `ldd`
 */
export function missingLibraries(exe) {
  if (process.platform !== 'linux') return [];
  const listed = spawnSync('ldd', [exe], { encoding: 'utf8' });
  const names = [...(listed.stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

/**
 * What this machine lacks to start Electron.
 *
 * @param {{ executable: string, display: boolean }} options `display`: a window must open, on a virtual display where
 *   there is no other
 * @returns {{ libraries: string[], programs: string[], packages: string[] }} the missing things and Debian's packages
 *   that bring them
 */
export function missingFromSystem({ executable, display }) {
  if (process.platform !== 'linux') return { libraries: [], programs: [], packages: [] };
  const libraries = missingLibraries(executable);
  const programs =
    display && !hasDisplay() && !hasVirtualDisplay()
      ? ['Xvfb', 'xvfb-run', 'xauth'].filter((program) => !onPath(program))
      : [];
  return {
    libraries,
    programs,
    packages: [...(libraries.length > 0 ? libraryPackages : []), ...(programs.length > 0 ? displayPackages : [])],
  };
}

/**
 * Makes sure that Electron can start: installs what is missing with apt-get where that is allowed.
 *
 * @param {{ executable: string, display: boolean }} options
 * @throws {Error} naming what is missing and the exact line that installs it, where it may not be installed from here
 */
export function ensureSystemLibraries(options) {
  const missing = missingFromSystem(options);
  if (missing.packages.length === 0) return;
  const what = [...missing.libraries, ...missing.programs].join(', ');
  if (!onPath('apt-get'))
    throw new Error(
      `Electron cannot start here: missing ${what}. Install them with this system's package manager (on Debian: ` +
        `${missing.packages.join(' ')}) and start again.`,
    );
  const packages = namesOnThisRelease(missing.packages);
  const line = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0)
    throw new Error(`Electron cannot start here: missing ${what}. Run this line and start again:  sudo ${line}`);
  say(`System libraries: installing ${packages.join(' ')} …`);
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  let result = install();
  if (result.status !== 0) {
    // The package lists are missing or old.
    say('System libraries: reading the package lists …');
    apt('update');
    result = install();
  }
  const left = missingFromSystem(options);
  if (result.status !== 0 || left.packages.length > 0) {
    const reason =
      (result.stderr ?? '').split('\n').find((text) => text.startsWith('E:')) ??
      `still missing: ${[...left.libraries, ...left.programs].join(', ')}`;
    throw new Error(
      `The system libraries could not be installed (${reason.trim()}). Run this line and start again:  ${line}`,
    );
  }
  say('System libraries: installed');
}

/** @param {string[]} packages @returns {string[]} */
function namesOnThisRelease(packages) {
  const known = (/** @type {string} */ name) => {
    try {
      const policy = execFileSync('apt-cache', ['policy', name], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return /Candidate: (?!\(none\))/.test(policy);
    } catch {
      return false;
    }
  };
  if (!packages.some((name) => renamedPackages.has(name))) return packages;
  const lists = '/var/lib/apt/lists';
  // Without lists nothing is known of any package: read them before deciding on a name.
  if (!existsSync(lists) || readdirSync(lists).filter((name) => name.includes('_')).length === 0) {
    say('System libraries: reading the package lists …');
    spawnSync('apt-get', ['-qq', 'update'], { stdio: 'ignore' });
  }
  return packages.map((name) => (renamedPackages.has(name) && known(`${name}t64`) ? `${name}t64` : name));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const runtime = findRuntime();
    if (!runtime) throw new Error('There is no Electron runtime yet: run `node scripts/electron-runtime.mjs` first.');
    ensureSystemLibraries({ executable: runtime.exe, display: true });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
