import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { resolveElectron } from '#scripts/electron-runtime.mjs';
import { namespaceProbe, sandboxSwitches } from '#scripts/runtime/sandbox.mjs';

/** The account that owns nothing on the machine; it exists on every Linux. */
const testUser = Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout) || 65_534;
const asTestUser = [
  '--reuid',
  String(testUser),
  '--regid',
  String(testUser),
  '--clear-groups',
  '--inh-caps=-all',
  '--no-new-privs',
];

/** The app under test: this checkout, unless `CUSTOS_TEST_APP` names another app folder. */
export const checkout = resolve(process.env.CUSTOS_TEST_APP ?? join(import.meta.dirname, '..', '..', '..'));

export interface Launcher {
  /** What Playwright starts. */
  executable: string;
  /** The app's folder as that program sees it. */
  appFolder: string;
  /** Whether Chromium's whole sandbox is on. */
  sandboxed: boolean;
  /** Why it is not; empty where it is. */
  reason: string;
  /** The user id the app runs under, where it is not our own. */
  uid: number | null;
}

/** Why a process of the test user could not build Chromium's sandbox here; empty where it can. */
function sandboxObstacle(): string {
  if (spawnSync('setpriv', ['--version']).status !== 0)
    return 'started as root, and the program setpriv, which would start the app as another user, is missing';
  if (spawnSync('setpriv', [...asTestUser, ...namespaceProbe]).status !== 0)
    return 'started as root, and this machine grants an unprivileged user no user namespaces';
  return '';
}

const readableByTestUser = (paths: string[]): boolean =>
  paths.every((path) => spawnSync('setpriv', [...asTestUser, 'test', '-r', path]).status === 0);

/** A copy of a folder that every user can read; by hard links where the file system allows it. */
function copyForAll(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (spawnSync('cp', ['-al', from, to], { stdio: 'ignore' }).status !== 0) {
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
  }
}

/** Gives the test user a path and everything below it. */
export function giveToApp(path: string, uid: number | null): void {
  if (uid === null) return;
  chownSync(path, uid, uid);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveToApp(join(path, name), uid);
}

let launcher: Launcher | undefined;

/**
 * How the app is started here: plainly by an ordinary user; by root as a user without any rights, so that the sandbox
 * is the one people get.
 */
export function findLauncher(): Launcher {
  launcher ??= makeLauncher();
  return launcher;
}

function makeLauncher(): Launcher {
  const runtime = resolveElectron();
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    const { reason } = sandboxSwitches();
    return { executable: runtime.exe, appFolder: checkout, sandboxed: reason === '', reason, uid: null };
  }
  const reason = sandboxObstacle();
  if (reason) return { executable: runtime.exe, appFolder: checkout, sandboxed: false, reason, uid: null };

  // On the disk, where copies are hard links: `npm test` has temporary files in memory.
  const stage = mkdtempSync(join(process.env.CUSTOS_DISK_FOLDER ?? tmpdir(), 'custos-desktop-'));
  chmodSync(stage, 0o755);
  process.once('exit', () => rmSync(stage, { recursive: true, force: true }));
  let { exe } = runtime;
  if (!readableByTestUser([exe])) {
    copyForAll(runtime.dist, join(stage, 'electron'));
    exe = join(stage, 'electron', basename(exe));
  }
  let appFolder = checkout;
  const nodePackage = `node-${process.platform}-${process.arch}`;
  if (
    !readableByTestUser(
      ['package.json', 'dist/main/main.cjs', 'dist/renderer/index.html', `node_modules/${nodePackage}/bin/node`].map(
        (path) => join(checkout, path),
      ),
    )
  ) {
    appFolder = join(stage, 'app');
    for (const path of [
      'package.json',
      'dist',
      'resources',
      'node_modules/@duckdb',
      'node_modules/better-sqlite3',
      `node_modules/${nodePackage}`,
    ])
      if (existsSync(join(checkout, path))) copyForAll(join(checkout, path), join(appFolder, path));
  }
  const executable = join(stage, 'electron-as-test-user');
  writeFileSync(executable, `#!/bin/sh\nexec setpriv ${asTestUser.join(' ')} "${exe}" "$@"\n`, { mode: 0o755 });
  return { executable, appFolder, sandboxed: true, reason: '', uid: testUser };
}

/** A folder of its own for one launch: the app may read and write there, whoever it runs as. */
export function makeFolder(uid: number | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'custos-run-'));
  giveToApp(folder, uid);
  return folder;
}

/** The display's secret is readable by its owner alone: the app's user needs a copy. */
export function displayEnvironment(home: string, uid: number | null): Record<string, string> {
  if (uid === null) return {};
  const secret = process.env.XAUTHORITY;
  const copy = join(home, '.Xauthority');
  if (secret && existsSync(secret)) {
    copyFileSync(secret, copy);
    giveToApp(copy, uid);
  }
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    ...(secret ? { XAUTHORITY: copy } : {}),
  };
}

/** A path the app can read: the file itself, or a copy of it in the launch's folder. */
export function readableCopy(path: string, folder: string, uid: number | null): string {
  if (uid === null || !existsSync(path) || readableByTestUser([path])) return path;
  const copy = join(folder, basename(path));
  cpSync(path, copy, { recursive: true });
  giveToApp(copy, uid);
  return copy;
}
