// What the built files contain, and what they must not: the security guide's items that no window can show.
import { longPattern } from '#shared/domain/long-pattern.ts';
import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { checkout } from './support/unprivileged.ts';

const read = (path: string): string => readFileSync(join(checkout, path), 'utf8');
const scripts = (folder: string): string[] =>
  readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(m|c)?js$|\.html$|\.css$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
const everything = ['dist/main', 'dist/preload', 'dist/engine', 'dist/cli', 'dist/renderer'].flatMap(scripts);

/** Modules a bundle asks for, by `require` or `import`. */
function asksFor(text: string): string[] {
  const found = [
    ...text.matchAll(/\brequire\(\s*["']([^"'\n]+)["']\s*\)/g),
    ...text.matchAll(/^\s*(?:import|export)\b[^"'\n;]*?["']([^"'\n]+)["']/gm),
    ...text.matchAll(/\bimport\(\s*["']([^"'\n]+)["']\s*\)/g),
  ];
  return [...new Set(found.map(([, name]) => name ?? ''))];
}

const isBuiltin = (name: string): boolean => builtinModules.includes(name.replace(/^node:/, ''));
const networkModules = /^(node:)?(http|https|http2|net|tls|dns|dns\/promises|dgram|inspector)$/;

test('4 · the preload is one file that asks for Electron alone', () => {
  expect(readdirSync(join(checkout, 'dist/preload'))).toEqual(['preload.cjs']);
  expect(asksFor(read('dist/preload/preload.cjs'))).toEqual(['electron']);
});

test('the main process asks for Electron and for no network', () => {
  const names = asksFor(read('dist/main/main.cjs'));
  expect(names).toContain('electron');
  expect(names.filter((name) => name !== 'electron' && !isBuiltin(name))).toEqual([]);
  expect(names.filter((name) => networkModules.test(name))).toEqual([]);
});

test('the engine and the command line never ask for Electron', () => {
  for (const file of [...scripts('dist/engine'), ...scripts('dist/cli')])
    expect(asksFor(readFileSync(file, 'utf8')), file).not.toContain('electron');
});

test('the engine and the command line ask for no network', () => {
  for (const file of [...scripts('dist/engine'), ...scripts('dist/cli')])
    expect(
      asksFor(readFileSync(file, 'utf8')).filter((name) => networkModules.test(name)),
      file,
    ).toEqual([]);
});

test('15 · nothing updates, reports crashes or opens addresses by itself', () => {
  for (const file of ['dist/main/main.cjs', 'dist/preload/preload.cjs'])
    expect(
      read(file).match(
        longPattern('g')`
          autoUpdater|crashReporter|openExternal|executeJavaScript|setAsDefaultProtocolClient|certificate-error
          |setCertificateVerifyProc|ELECTRON_DISABLE_SECURITY_WARNINGS`,
      ) ?? [],
      file,
    ).toEqual([]);
});

test('8, 9, 10 · no switch that weakens Chromium appears', () => {
  expect(
    read('dist/main/main.cjs').match(
      longPattern('g')`
        allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webSecurity: false|sandbox: false
        |contextIsolation: false|nodeIntegration: true|disable-web-security|ignore-certificate-errors
        |enableRemoteModule`,
    ) ?? [],
  ).toEqual([]);
});

/**
 * Hosts that appear in built files as names, never to be asked: XML namespaces, schema ids, and pages that error
 * messages of libraries point to.
 */
const hostsAsNames: Record<string, string> = {
  'www.w3.org': 'XML namespaces',
  'json-schema.org': 'schema ids',
  'schemas.openxmlformats.org': 'XML namespaces of spreadsheets',
  'schemas.microsoft.com': 'XML namespaces of spreadsheets',
  'purl.org': 'XML namespaces of spreadsheets',
  'orpc.dev': 'error messages',
  orpc: 'base of relative paths inside a message port',
  'github.com': 'error messages and comments',
  'react.dev': 'error messages',
  'mantine.dev': 'error messages',
  'www.ag-grid.com': 'error messages',
  'www.typescriptlang.org': 'comments',
  'gitlab.com': 'comments',
  'url.spec.whatwg.org': 'comments',
  'davidwalsh.name': 'comments',
  'www.iana.org': 'comments',
  'purl.oclc.org': 'XML namespaces of spreadsheets',
  'www.wps.cn': 'XML namespaces of spreadsheets',
  '127.0.0.1:9': 'the proxy where nothing listens',
  'w3id.org': 'names of terms: Data Privacy Vocabulary, RO-Crate',
  'in-toto.io': 'name of a statement’s type',
  'datapackage.org': 'name of the form of a descriptor',
  'ns.adobe.com': 'XML namespaces of PDF metadata',
  'www.aiim.org': 'XML namespaces of PDF metadata',
  // What the library that writes PDF, and what it needs of cryptography and fonts, refer to.
  ...Object.fromEntries(
    [
      'caniuse.com',
      'csrc.nist.gov',
      'datatracker.ietf.org',
      'en.wikipedia.org',
      'eprint.iacr.org',
      'issues.chromium.org',
      'mths.be',
      'nvlpubs.nist.gov',
      'tools.ietf.org',
      'words.filippo.io',
      'www.freetype.org',
      'www.microsoft.com',
      'www.rfc-editor.org',
    ].map((host) => [host, 'comments']),
  ),
  // What the library that reads TC strings says of vendor lists, none of which Custos asks for.
  ...Object.fromEntries(['register.consensu.org', 'www.loc.gov', 'www.mydomain.com'].map((host) => [host, 'comments'])),
  // Profile addresses that the classifier recognises in data.
  ...Object.fromEntries(
    [
      'x.com',
      'twitter.com',
      'facebook.com',
      'www.facebook.com',
      'instagram.com',
      'www.linkedin.com',
      'linkedin.com',
      'www.xing.com',
      'youtube.com',
      'tiktok.com',
    ].map((host) => [host, 'what a profile address looks like']),
  ),
};

/** Names that are reserved for examples and belong to nobody. */
const isExample = (host: string): boolean =>
  /(^|\.)(example|invalid|test)$|(^|\.)ex[a4]mple\.(org|com|net)$/i.test(host);

test('no address of a network is in the built files, but names that look like one', () => {
  const hosts = new Map<string, string>();
  for (const file of everything)
    for (const [, host] of readFileSync(file, 'utf8').matchAll(
      /\b(?:https?|wss?):\/\/([A-Za-z0-9.-]+\.[A-Za-z]{2,}|[\d.]+:\d+|orpc\b)/g,
    ))
      hosts.set(host ?? '', file);
  expect([...hosts].filter(([host]) => !(host in hostsAsNames) && !isExample(host))).toEqual([]);
});

test('7 · the document has neither inline script nor inline style', () => {
  const html = read('dist/renderer/index.html');
  expect(html).toContain('content="__CSP_NONCE__"');
  expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=|\sstyle=/g) ?? []).toEqual([]);
  expect(
    [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url).filter((url) => !url?.startsWith('/assets/')),
  ).toEqual([]);
});

test('16 · the versions that are shipped are noted with a date, and are the ones that are built with', () => {
  const about = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const note = JSON.parse(read('resources/shipped-versions.json')) as Record<string, string>;
  expect(note.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(note).toMatchObject({
    electron: about.devDependencies.electron,
    '@duckdb/node-api': about.dependencies['@duckdb/node-api'],
    'better-sqlite3': about.dependencies['better-sqlite3'],
  });
});
