// `npm start [-- FILE]`: sets everything up and runs the main job: in the window where there is a display, else
// headless.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { commandLineEntry, ensureSetUp, giveUp, projectNode, projectRoot } from './set-up.mjs';

const typedIn = process.env.INIT_CWD ?? process.cwd();
const [file] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const path = file === undefined ? null : resolve(typedIn, file);
if (path !== null && !existsSync(path))
  giveUp(`There is no file ${file}. Check the name; it is read relative to where you typed the command.`);

/** How Chromium ends when it cannot build what it needs: by a trap, an abort or an illegal instruction. */
const crashes = new Set(['SIGTRAP', 'SIGABRT', 'SIGILL', 'SIGSEGV']);

/** Passes signals on and ends as the program ends. `couldNot`: what to say where it crashes or cannot be started. */
const follow = (child, couldNot = (/** @type {string} */ reason) => `The program could not be run (${reason}).`) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => giveUp(couldNot(error.message)));
  child.on('exit', (code, signal) => {
    if (crashes.has(signal)) giveUp(couldNot(signal));
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 3));
  });
};

const headless = 'Without a window, `env -u DISPLAY -u WAYLAND_DISPLAY npm start` runs the main job headless.';
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
await ensureSetUp(display ? {} : { only: ['cli'] });

/** Starts the window: what it needs is fetched or installed first, or named in one sentence. */
async function openWindow() {
  // Only now: these use packages that the set-up above brings.
  const { ensureSystemLibraries } = await import('./system-libraries.mjs');
  const { resolveElectron } = await import('./electron-runtime.mjs');
  const { sandboxSwitches } = await import('./runtime/sandbox.mjs');
  try {
    const runtime = resolveElectron();
    ensureSystemLibraries({ executable: runtime.exe, display: false });
    const { switches, reason } = sandboxSwitches();
    process.stderr.write(
      'Custos: opening the window (Electron ' +
        `${runtime.version}${reason ? `; without Chromium's sandbox: ${reason}` : ''}) …\n`,
    );
    const child = spawn(runtime.exe, [...switches, projectRoot, ...(path === null ? [] : [path])], {
      stdio: 'inherit',
      cwd: typedIn,
    });
    follow(child, (how) => `Electron could not open the window (${how}); the lines above say why.\n${headless}`);
  } catch (error) {
    giveUp(`${error instanceof Error ? error.message : String(error)}\n${headless}`);
  }
}

if (display) {
  await openWindow();
} else {
  process.stderr.write(
    'Custos: no display here, so the main job runs headless. With a display, npm start opens the window.\n',
  );
  follow(
    spawn(projectNode(), ['--no-warnings', commandLineEntry, 'demo', ...(path === null ? [] : [path])], {
      stdio: 'inherit',
      cwd: typedIn,
    }),
  );
}
