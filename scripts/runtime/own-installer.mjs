import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderSize } from './folder-size.mjs';
import { projectNode, projectRoot } from './project-root.mjs';
import { megabytes, say } from './progress.mjs';
import { runWatched } from './run-watched.mjs';

const folder = join(projectRoot, 'node_modules', 'electron');
const failureFile = join(projectRoot, 'node_modules', '.cache', 'custos', 'electron-download-failed.json');
/** A machine whose network blocks the download is asked again after this time. */
const rememberHours = 24;

/**
 * @returns {{ version: string, dist: string, exe: string, complete: boolean } | null} the `electron` package of this
 *   checkout, or null
 */
export function installedElectron() {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return null;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const dist = join(folder, 'dist');
  const exe = join(dist, executableName());
  // The installer writes path.txt last: without it the extraction was interrupted.
  return { version, dist, exe, complete: existsSync(exe) && existsSync(join(folder, 'path.txt')) };
}

/** @returns {string} the executable inside a `dist` folder */
export function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/**
 * Why the own download is not tried now: switched off by `ELECTRON_SKIP_BINARY_DOWNLOAD`, or it failed a short while
 * ago.
 *
 * @param {string} version
 * @returns {string | null}
 */
export function reasonToSkipDownload(version) {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return 'ELECTRON_SKIP_BINARY_DOWNLOAD is set';
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8'));
    if (failure.version === version && Date.now() - Date.parse(failure.at) < rememberHours * 3_600_000)
      return failure.reason;
  } catch {
    // No failure is remembered.
  }
  return null;
}

/**
 * Runs the electron package's own installer, which downloads, verifies and extracts about 110 MB.
 *
 * @param {string} version
 * @returns {Promise<boolean>} whether the runtime is there now; a failure is remembered for a day
 */
export async function runOwnInstaller(version) {
  const cache = dirname(failureFile);
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'electron-download-'));
  say(`Electron ${version}: downloading …`);
  let told = 0;
  try {
    const result = await runWatched(projectNode(), [join(folder, 'install.js')], {
      cwd: projectRoot,
      // The installer streams into the temporary directory: watching a directory of its own tells whether bytes flow.
      env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
      bytes: () => folderSize(temporary) + folderSize(join(folder, 'dist')),
      firstByteSeconds: 20,
      stallSeconds: 120,
      onProgress: (bytes) => {
        if (bytes - told >= 10e6) say(`Electron ${version}: ${megabytes((told = bytes))} so far`);
      },
    });
    if (result.ok && installedElectron()?.complete) {
      rmSync(failureFile, { force: true });
      return true;
    }
    const reason =
      result.output
        .split('\n')
        .map((line) => line.trim())
        .find((line) => /error|no data|ENOTFOUND|ECONN|EAI_AGAIN|not found/i.test(line)) ??
      'the installer ended without a runtime';
    writeFileSync(failureFile, JSON.stringify({ version, at: new Date().toISOString(), reason: reason.slice(0, 200) }));
    say(`Electron ${version}: cannot be downloaded here (${reason.slice(0, 200)})`);
    return false;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
