// `npm run dev`: the window, built and started again whenever a source file is written. Developer tools are on.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { projectRoot } from './runtime/project-root.mjs';
import { say } from './runtime/progress.mjs';
import { sandboxSwitches } from './runtime/sandbox.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const watched = ['electron', 'renderer', 'shared'];
/** An editor writes a file in several steps: wait until it is quiet. */
const quietMs = 200;

const runtime = electronForHere();
const { switches } = sandboxSwitches();

/** The runtime with what it needs; ends with one sentence where that cannot be had. */
function electronForHere() {
  try {
    const found = resolveElectron();
    ensureSystemLibraries({ executable: found.exe, display: false });
    return found;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return process.exit(3);
  }
}

/** @type {import('node:child_process').ChildProcess | null} */
let app = null;
let restarting = false;

function start() {
  app = spawn(runtime.exe, [...switches, projectRoot, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CUSTOS_DEV: '1' },
  });
  app.once('exit', (code) => {
    // Closing the window ends the session; being ended for a new build does not.
    if (!restarting) process.exit(code ?? 0);
    restarting = false;
    start();
  });
}

/** A mistake in a source file is shown, and the last good build goes on running. */
async function rebuild() {
  try {
    const built = await build({ only: ['main', 'engine', 'renderer'] });
    if (built.length === 0) return;
    if (!app) start();
    else if (!restarting) {
      restarting = true;
      app.kill('SIGTERM');
    }
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

await rebuild();
if (!app && existsSync(join(projectRoot, 'dist', 'main', 'main.cjs'))) start();
let timer = setTimeout(() => {}, 0);
for (const folder of watched)
  watch(join(projectRoot, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), quietMs);
  });
