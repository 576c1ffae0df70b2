import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureSystemLibraries, missingFromSystem } from './system-libraries.mjs';

// A machine as the functions see it: the programs on its PATH.
let machine: string;
const program = (name: string, script: string): void => {
  writeFileSync(join(machine, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(machine, name), 0o755);
};
beforeEach(({ skip }) => {
  skip(process.platform !== 'linux', 'ldd and apt-get exist on Linux only');
  machine = mkdtempSync(join(tmpdir(), 'custos-machine-'));
  vi.stubEnv('PATH', machine);
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');
  symlinkSync('/bin/sh', join(machine, 'sh'));
  program(
    'ldd',
    'echo "  libnss3.so => not found"; echo "  libc.so.6 => /lib/libc.so.6 (0x1)"; echo "  libgbm.so.1 => not found"',
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(machine, { recursive: true });
});
const app = { executable: '/opt/app/electron', display: true };

test('names the libraries and programs that are missing', () => {
  expect(missingFromSystem(app)).toEqual({
    libraries: ['libgbm.so.1', 'libnss3.so'],
    programs: ['Xvfb', 'xvfb-run', 'xauth'],
    packages: ['libnss3', 'libgtk-3-0', 'libasound2', 'libgbm1', 'xvfb', 'xauth'],
  });
  expect(missingFromSystem({ ...app, display: false }).programs).toEqual([]);
});

test('needs no virtual display where there is a real one', () => {
  vi.stubEnv('DISPLAY', ':0');
  expect(missingFromSystem(app).programs).toEqual([]);
});

test('an ordinary user is told the exact line', () => {
  vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(1000);
  program('apt-get', 'echo called >&2; exit 1');
  program('apt-cache', 'echo "  Candidate: (none)"');
  expect(() => ensureSystemLibraries(app)).toThrow(
    'Run this line and start again:  sudo apt-get install -y --no-install-recommends libnss3 libgtk-3-0 libasound2 ' +
      'libgbm1 xvfb xauth',
  );
});

test('knows the names of releases with 64-bit time', () => {
  vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(1000);
  program('apt-get', 'exit 0');
  program('apt-cache', 'case "$2" in *t64) echo "  Candidate: 1.0";; *) echo "  Candidate: (none)";; esac');
  expect(() => ensureSystemLibraries(app)).toThrow('libnss3 libgtk-3-0t64 libasound2t64 libgbm1 xvfb xauth');
});

test('root installs; what could not be installed is named', () => {
  vi.spyOn(process as { getuid(): number }, 'getuid').mockReturnValue(0);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  program('apt-cache', 'echo "  Candidate: (none)"');
  program('apt-get', 'echo "E: Unable to locate package libnss3" >&2; exit 100');
  expect(() => ensureSystemLibraries(app)).toThrow(/could not be installed \(E: Unable to locate package libnss3\)/);
  // What apt-get brings makes the next look succeed.
  program(
    'apt-get',
    `case "$*" in *install*) for p in ldd Xvfb xvfb-run xauth; do echo "#!/bin/sh" > ${machine}/$p; done; ` +
      `/bin/chmod 755 ${machine}/ldd;; esac; exit 0`,
  );
  expect(() => ensureSystemLibraries(app)).not.toThrow();
});

test('a system without apt-get is told what is missing', () => {
  expect(() => ensureSystemLibraries(app)).toThrow(
    /missing libgbm\.so\.1, libnss3\.so, Xvfb, xvfb-run, xauth\. Install them with this system's package manager/,
  );
});
