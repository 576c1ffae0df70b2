import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sandboxSwitches } from './runtime/sandbox.mjs';

// `npm start` where there is a display, with a stand-in for Electron that says how it was called.
let folder: string;
const program = (path: string, script: string): void => {
  writeFileSync(join(folder, path), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, path), 0o755);
};
beforeEach(({ skip }) => {
  skip(process.platform !== 'linux', 'the stand-ins for Electron, ldd and unshare are shell scripts');
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'custos-start-')));
  mkdirSync(join(folder, 'electron'));
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'typed-here'));
  writeFileSync(join(folder, 'electron', 'version'), '45.4.1');
  program('electron/electron', 'printf "%s\\n" "cwd $PWD" "$@"');
  program('bin/ldd', 'true');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const root = resolve(import.meta.dirname, '..');
function start(...args: string[]) {
  const run = spawnSync(process.execPath, [join(root, 'scripts', 'start.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
      DISPLAY: ':77',
      INIT_CWD: join(folder, 'typed-here'),
      ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'electron'),
    },
  });
  return { status: run.status, said: run.stderr, called: run.stdout.trim().split('\n') };
}

test(
  'with a display the window opens, and a file is meant relative to where it was typed',
  { timeout: 600_000 },
  () => {
    writeFileSync(join(folder, 'typed-here', 'data.csv'), 'a,b\n1,2\n');
    const { status, said, called } = start('data.csv');
    expect(said).toContain('opening the window (Electron 45.4.1');
    expect(called.filter((line) => !line.startsWith('--'))).toEqual([
      `cwd ${join(folder, 'typed-here')}`,
      root,
      join(folder, 'typed-here', 'data.csv'),
    ]);
    expect(status).toBe(0);
  },
);

test('a file that is not there is named before anything is started', () => {
  const { status, said, called } = start('missing.csv');
  expect(status).toBe(3);
  expect(said).toContain('There is no file missing.csv.');
  expect(called).toEqual(['']);
});

test('a window that cannot be opened ends with a sentence and another way', { timeout: 600_000 }, () => {
  program('electron/electron', 'echo "FATAL: no usable sandbox" >&2; kill -TRAP $$');
  const { status, said } = start();
  expect(status).toBe(3);
  expect(said).toContain('FATAL: no usable sandbox');
  expect(said).toContain('Electron could not open the window (SIGTRAP); the lines above say why.');
  expect(said).toContain('runs the main job headless.');
});

test(
  'missing libraries that cannot be installed are named with the line that installs them',
  { timeout: 600_000 },
  () => {
    program('bin/ldd', 'echo "  libnss3.so => not found"');
    program('bin/apt-get', 'echo "E: Unable to locate package libnss3" >&2; exit 100');
    program('bin/apt-cache', 'echo "  Candidate: (none)"');
    const { status, said, called } = start();
    expect(status).toBe(3);
    expect(said).toContain('apt-get install -y --no-install-recommends libnss3');
    expect(said).not.toMatch(/\n {4}at /);
    expect(called).toEqual(['']);
  },
);

test('the sandbox is given up only where it cannot be built, and the reason is told', () => {
  vi.stubEnv('PATH', join(folder, 'bin'));
  const uid = vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(1000);
  program('bin/unshare', 'exit 0');
  expect(sandboxSwitches()).toEqual({ switches: [], reason: '' });
  program('bin/unshare', 'exit 1');
  expect(sandboxSwitches()).toEqual({
    switches: ['--no-sandbox'],
    reason: expect.stringContaining('no user namespaces'),
  });
  rmSync(join(folder, 'bin', 'unshare'));
  expect(sandboxSwitches()).toEqual({ switches: [], reason: '' });
  uid.mockReturnValue(0);
  expect(sandboxSwitches()).toEqual({ switches: ['--no-sandbox'], reason: expect.stringContaining('root') });
});
