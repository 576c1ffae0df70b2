import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPageFile, listPage, type PageFile } from './page-manifest.ts';

let folder: string;
let manifest: ReadonlyMap<string, PageFile>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'custos-page-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  for (const name of ['index.html', 'assets/a.js', 'assets/a.js.map', 'assets/run.sh'])
    writeFileSync(join(folder, 'page', name), '');
  manifest = listPage(join(folder, 'page'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('serves the built files and nothing of another type', () => {
  expect([...manifest.keys()].sort()).toEqual(['/assets/a.js', '/index.html']);
  expect(findPageFile('app://custos/', manifest)?.file).toBe(join(folder, 'page', 'index.html'));
  expect(findPageFile('app://custos/assets/a.js?v=1#x', manifest)?.type).toMatch(/javascript/);
});

test.each([
  'app://custos/../secret.json',
  'app://custos/%2e%2e/secret.json',
  'app://custos/..%2fsecret.json',
  'app://custos/assets/..%5c..%5csecret.json',
  'app://custos/assets\\..\\..\\secret.json',
  'app://custos/index.html%00.js',
  'app://custos/%69ndex.html',
  'app://custos//index.html',
  'app://custos/C:/secret.json',
  'app://custos/__proto__',
  'app://other/index.html',
  'app://custos:1/index.html',
  'app://user@custos/index.html',
  'https://custos/index.html',
  'file:///etc/passwd',
  'not a url',
  '',
])('finds nothing at %j', (url) => {
  expect(findPageFile(url, manifest)).toBeNull();
});
