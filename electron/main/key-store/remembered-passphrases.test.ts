import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SafeStorage } from './real-store.ts';
import { RememberedPassphrases } from './remembered-passphrases.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'custos-key-store-'));
  file = join(folder, 'data', 'remembered.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const secret = 'seven quiet harbours';

/** A key store whose encryption is to turn every bit round. */
const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
const storage = (backend: string, available = true): SafeStorage => ({
  isEncryptionAvailable: () => available,
  encryptString: (text) => turned(Buffer.from(text)),
  decryptString: (encrypted) => turned(encrypted).toString(),
  getSelectedStorageBackend: () => backend,
});
const presentMajor = (): SafeStorage => ({
  isEncryptionAvailable: () => false,
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text) => Promise.resolve(turned(Buffer.from(text))),
  decryptStringAsync: (encrypted) => Promise.resolve({ result: turned(encrypted).toString() }),
});

test.each([
  ['linux', 'gnome_libsecret', 'gnome-libsecret'],
  ['linux', 'kwallet', 'kwallet'],
  ['linux', 'kwallet5', 'kwallet'],
  ['linux', 'kwallet6', 'kwallet'],
  ['linux', 'basic_text', 'none'],
  ['linux', 'unknown', 'none'],
  ['linux', 'toString', 'none'],
  ['darwin', '', 'keychain'],
  ['win32', '', 'dpapi'],
] as const)('%s with %s is %s', async (platform, backend, kind) => {
  expect(await new RememberedPassphrases(storage(backend), platform, file).answer({ act: 'status' })).toEqual({
    status: { available: kind !== 'none', kind },
  });
});

test('a runtime that cannot name its backend, or a store that is locked, has none', async () => {
  const { getSelectedStorageBackend: _, ...old } = storage('');
  expect(await new RememberedPassphrases(old, 'linux', file).answer({ act: 'status' })).toEqual({
    status: { available: false, kind: 'none' },
  });
  expect(await new RememberedPassphrases(storage('kwallet6', false), 'linux', file).answer({ act: 'status' })).toEqual({
    status: { available: false, kind: 'none' },
  });
});

test.each([
  ['waiting functions', () => storage('gnome_libsecret')],
  ['promises', presentMajor],
])('keeps a passphrase encrypted, for its owner alone, and gives it back (%s)', async (_name, make) => {
  const store = new RememberedPassphrases(make(), 'linux', file);
  expect(await store.answer({ act: 'list' })).toEqual({ workspaceIds: [] });
  expect(await store.answer({ act: 'set', workspaceId: 'w1', secret })).toEqual({ done: true });
  expect(await store.answer({ act: 'set', workspaceId: 'w2', secret: 'other' })).toEqual({ done: true });
  const text = readFileSync(file, 'utf8');
  expect(text).not.toContain(secret);
  expect(text).not.toContain(Buffer.from(secret).toString('base64'));
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['remembered.json']);

  const next = new RememberedPassphrases(make(), 'linux', file);
  expect(await next.answer({ act: 'list' })).toEqual({ workspaceIds: ['w1', 'w2'] });
  expect(await next.answer({ act: 'get', workspaceId: 'w1' })).toEqual({ secret });
  expect(await next.answer({ act: 'get', workspaceId: 'unknown' })).toEqual({ secret: null });
  await next.answer({ act: 'forget', workspaceId: 'w1' });
  expect(await store.answer({ act: 'list' })).toEqual({ workspaceIds: ['w2'] });
  expect(await store.answer({ act: 'get', workspaceId: 'w1' })).toEqual({ secret: null });
});

test('where the store is plain text nothing is written and nothing read, but forgotten all the same', async () => {
  const plain = new RememberedPassphrases(storage('basic_text'), 'linux', file);
  expect(await plain.answer({ act: 'set', workspaceId: 'w1', secret })).toEqual({ failed: true });
  expect(existsSync(file)).toBe(false);
  await new RememberedPassphrases(storage('kwallet6'), 'linux', file).answer({ act: 'set', workspaceId: 'w1', secret });
  expect(await plain.answer({ act: 'get', workspaceId: 'w1' })).toEqual({ failed: true });
  expect(await plain.answer({ act: 'list' })).toEqual({ failed: true });
  await plain.answer({ act: 'forget', workspaceId: 'w1' });
  expect(readFileSync(file, 'utf8')).not.toContain('w1');
});

test('a store that fails says only that it failed', async () => {
  const broken = {
    ...storage('kwallet6'),
    encryptString: (text: string): Buffer => {
      throw new Error(`cannot keep ${text}`);
    },
  };
  expect(
    await new RememberedPassphrases(broken, 'linux', file).answer({ act: 'set', workspaceId: 'w1', secret }),
  ).toEqual({ failed: true });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"format":"custos-remembered"}',
  '{"format":"custos-remembered","secrets":{"w1":7}}',
  '{"format":"other","secrets":{"w1":"eA=="}}',
])('a file that says %j counts as empty', async (text) => {
  const other = join(folder, 'r.json');
  writeFileSync(other, text);
  expect(await new RememberedPassphrases(storage('kwallet6'), 'linux', other).answer({ act: 'list' })).toEqual({
    workspaceIds: [],
  });
});
