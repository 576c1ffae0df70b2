import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { displayEnvironment, findLauncher, giveToApp, makeFolder, readableCopy } from './unprivileged.ts';

export interface Custos {
  app: ElectronApplication;
  page: Page;
  /** Errors and warnings of the page's console, and exceptions nobody caught. */
  errors: string[];
  /** The app's data folder (profile, work directories, window size). */
  userData: string;
  /**
   * A folder the app may read and write: put files to open and choose files to save here. It goes when the app is
   * closed.
   */
  folder: string;
  sandboxed: boolean;
  /** What the app's environment has beside or instead of ours: its user's home and display. */
  env: Record<string, string>;
  /** The next open dialogs answer with this path (a copy, where the app could not read it); null: cancelled. */
  answerOpenDialog(path: string | null): Promise<void>;
  /**
   * The next save dialogs answer with this name in `folder`, or with an absolute path; null: cancelled. Returns the
   * path.
   */
  answerSaveDialog(name: string | null): Promise<string>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /**
   * Kept when the app is closed, so that it can be started again with the same data; a fresh one that is removed when
   * absent.
   */
  userData?: string;
  env?: Record<string, string>;
  /** Files named on the command line, and further switches. */
  args?: string[];
  /** Another app folder than the checkout's. */
  appFolder?: string;
}

/** Chromium switches for a machine without a graphics card. */
const switches = ['--disable-gpu', '--force-color-profile=srgb', '--lang=en-US'];

/**
 * What Chromium remarks of the page's own `sandbox` policy at a reload. It is there for what it takes away (print box,
 * pop-ups), and a page that is nobody's guest has no frame to escape from.
 */
const ownSandbox = 'An iframe which has both allow-scripts and allow-same-origin for its sandbox attribute';

/** Starts the built app in a real Electron. The caller provides a display; `npm test` does by xvfb-run. */
export async function launchCustos({ userData, env = {}, args = [], appFolder }: LaunchOptions = {}): Promise<Custos> {
  const launcher = findLauncher();
  const folder = makeFolder(launcher.uid);
  const data = userData ?? join(folder, 'user-data');
  mkdirSync(data, { recursive: true });
  giveToApp(data, launcher.uid);
  if (userData === undefined) shareCompiled(data, launcher.uid);
  const own = displayEnvironment(folder, launcher.uid);
  const files = args.map((argument) =>
    existsSync(argument) ? readableCopy(argument, folder, launcher.uid) : argument,
  );
  const options = {
    executablePath: launcher.executable,
    args: [...(launcher.sandboxed ? [] : ['--no-sandbox']), ...switches, appFolder ?? launcher.appFolder, ...files],
    cwd: folder,
    chromiumSandbox: launcher.sandboxed,
    env: { ...inherited(), ...own, CUSTOS_USER_DATA: data, ...env },
  };
  // About one launch in a hundred hangs before the debugger listens; on a busy machine the next one may, too.
  const launch = (timeout: number): Promise<ElectronApplication> => _electron.launch({ ...options, timeout });
  const app = await launch(20_000)
    .catch(() => launch(40_000))
    .catch(() => launch(40_000));
  const errors: string[] = [];
  const page = await app.firstWindow();
  page.on('console', (message) => {
    if ((message.type() === 'error' || message.type() === 'warning') && !message.text().startsWith(ownSandbox))
      errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    app,
    page,
    errors,
    userData: data,
    folder,
    sandboxed: launcher.sandboxed,
    env: own,
    ...answersIn(folder, app),
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How the app's dialogs are answered: with files of `folder`. */
export function answersIn(
  folder: string,
  app: ElectronApplication,
): Pick<Custos, 'answerOpenDialog' | 'answerSaveDialog'> {
  const { uid } = findLauncher();
  return {
    answerOpenDialog: async (path) => {
      const answer = path === null ? null : readableCopy(path, folder, uid);
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () =>
          Promise.resolve(
            chosen === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [chosen] },
          );
      }, answer);
    },
    answerSaveDialog: async (name) => {
      const answer = name === null ? '' : name.startsWith('/') ? name : join(folder, name);
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () =>
          Promise.resolve(chosen === '' ? { canceled: true, filePath: '' } : { canceled: false, filePath: chosen });
      }, answer);
      return answer;
    },
  };
}

let compiled: string | undefined;

/**
 * What Node makes of the engine's code is kept in the profile. Fresh profiles share it, or every start would compile
 * the engine anew.
 */
function shareCompiled(userData: string, uid: number | null): void {
  if (compiled === undefined) {
    const folder = makeFolder(uid);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    compiled = folder;
  }
  symlinkSync(compiled, join(userData, 'compile-cache'));
}

/** Our own environment without what would steer Electron or Node from outside. */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !/^(ELECTRON_|NODE_OPTIONS|CUSTOS_|npm_)/.test(entry[0]),
    ),
  );
}

/** What is still to be done when a worker has run its last test. */
export const atEnd: (() => Promise<void>)[] = [];

/** `test` with an app per test, as `custos`. */
export const test = base.extend<{ custos: Custos }, { ended: void }>({
  ended: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await use();
      for (const end of atEnd) await end();
    },
    { scope: 'worker', auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern
  custos: async ({}, use) => {
    const custos = await launchCustos();
    await use(custos);
    await custos.close();
  },
});

export { expect } from './expect.ts';
