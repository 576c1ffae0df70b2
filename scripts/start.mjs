// `npm start [-- FILE]`: sets everything up and runs the main job: in the window where there is a display, else headless.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { commandLineEntry, ensureSetUp, giveUp, projectNode, projectRoot } from './set-up.mjs';

const typedIn = process.env.INIT_CWD ?? process.cwd();
const [file] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const path = file === undefined ? null : resolve(typedIn, file);
if (path !== null && !existsSync(path)) giveUp(`There is no file ${file}. Check the name; it is read relative to where you typed the command.`);

const follow = (child) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 3)));
};

const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
await ensureSetUp(display ? {} : { only: ['cli'] });

if (display) {
  const { ensureSystemLibraries } = await import('./system-libraries.mjs');
  const { resolveElectron } = await import('./electron-runtime.mjs');
  const runtime = await resolveElectron();
  await ensureSystemLibraries({ executable: runtime.exe, display: false });
  const root = process.platform === 'linux' && process.getuid() === 0;
  process.stderr.write(`Custos: opening the window (Electron ${runtime.version}${root ? '; as root Chromium runs without its sandbox' : ''}) …\n`);
  follow(spawn(runtime.exe, [...(root ? ['--no-sandbox'] : []), projectRoot, ...(path === null ? [] : [path])], { stdio: 'inherit', cwd: typedIn }));
} else {
  process.stderr.write('Custos: no display here, so the main job runs headless. With a display, npm start opens the window.\n');
  follow(spawn(projectNode(), ['--no-warnings', commandLineEntry, 'demo', ...(path === null ? [] : [path])], { stdio: 'inherit', cwd: typedIn }));
}
