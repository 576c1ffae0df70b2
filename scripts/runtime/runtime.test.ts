import { extractFile, listPackage } from '@electron/asar';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findRuntime } from '#scripts/electron-runtime.mjs';
import { fingerprint } from './fingerprint.mjs';
import { folderSize } from './folder-size.mjs';
import { loaderAsar } from './loader-asar.mjs';
import { runWatched } from './run-watched.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'custos-runtime-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('the loader is an archive that Electron’s own tools can read', () => {
  const file = join(folder, 'default_app.asar');
  writeFileSync(file, loaderAsar());
  expect(listPackage(file, { isPack: false }).sort()).toEqual(['/main.js', '/package.json']);
  expect(JSON.parse(extractFile(file, 'package.json').toString())).toMatchObject({ main: 'main.js' });
  expect(extractFile(file, 'main.js').toString()).toContain("require('electron')");
});

test('a runtime named by the environment is used, and one that is none is refused', () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  expect(() => findRuntime()).toThrow(/ELECTRON_OVERRIDE_DIST_PATH names a folder without/);
  writeFileSync(join(folder, 'electron'), '');
  writeFileSync(join(folder, 'version'), 'v45.4.1\n');
  if (process.platform === 'linux')
    expect(findRuntime()).toEqual({
      source: 'override',
      version: '45.4.1',
      dist: folder,
      exe: join(folder, 'electron'),
    });
});

const watched = (script: string, limits: { firstByteSeconds: number; stallSeconds: number }) =>
  runWatched(process.execPath, ['-e', script, join(folder, 'part')], {
    bytes: () => folderSize(folder),
    onProgress: () => {},
    ...limits,
  });

test('a download that keeps moving is not cut off, however slow', async () => {
  const slow =
    'let n = 0; const t = setInterval(() => { require("fs").appendFileSync(process.argv[1], "x".repeat(1000)); if ' +
    '(++n === 12) clearInterval(t); }, 300)';
  expect(await watched(slow, { firstByteSeconds: 2, stallSeconds: 2 })).toMatchObject({ ok: true, bytes: 12_000 });
});

test('a download that brings nothing is ended, and says so', async () => {
  expect(await watched('setTimeout(() => {}, 60_000)', { firstByteSeconds: 1, stallSeconds: 30 })).toMatchObject({
    ok: false,
    output: 'no data arrived for 1 seconds',
    bytes: 0,
  });
});

test('a program that fails is reported with what it wrote', async () => {
  expect(
    await watched('console.error("ENOTFOUND somewhere"); process.exit(1)', { firstByteSeconds: 5, stallSeconds: 5 }),
  ).toMatchObject({ ok: false, output: expect.stringContaining('ENOTFOUND somewhere') });
  expect(
    await runWatched(join(folder, 'no-such-program'), [], {
      bytes: () => 0,
      onProgress: () => {},
      firstByteSeconds: 5,
      stallSeconds: 5,
    }),
  ).toMatchObject({ ok: false, output: expect.stringContaining('ENOENT') });
});

test('a build is out of date when a source is written, added or removed, not when a test is', () => {
  mkdirSync(join(folder, 'src'));
  const file = join(folder, 'src', 'a.ts');
  writeFileSync(file, 'one');
  const print = () => fingerprint(folder, ['src', 'missing']);
  const first = print();
  expect(print()).toBe(first);
  utimesSync(file, new Date(), new Date(Date.now() + 5000));
  const touched = print();
  expect(touched).not.toBe(first);
  writeFileSync(join(folder, 'src', 'a.test.ts'), 'x');
  expect(print()).toBe(touched);
  writeFileSync(join(folder, 'src', 'b.ts'), 'x');
  expect(print()).not.toBe(touched);
  rmSync(join(folder, 'src', 'b.ts'));
  expect(print()).toBe(touched);
});
