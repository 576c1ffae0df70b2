import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: {}, ipcMain: {} }));
const { isTrustedSender } = await import('./trusted-sender.ts');
const { parseDropped, parseOpen, parseSave } = await import('#main/grants/answer-grants.ts');

const own = { frameUrl: 'app://custos/index.html', isMainFrame: true, ownWindow: true };

test('listens to the document of its own window', () => {
  expect(isTrustedSender(own)).toBe(true);
});

test.each([
  ['a frame that is gone', { frameUrl: null }],
  ['a frame inside the page', { isMainFrame: false }],
  ['a window it did not make', { ownWindow: false }],
  ['another scheme', { frameUrl: 'https://custos/index.html' }],
  ['another host', { frameUrl: 'app://custos.example/index.html' }],
  ['a page without origin', { frameUrl: 'about:blank' }],
  ['no URL', { frameUrl: '' }],
])('does not listen to %s', (_name, change) => {
  expect(isTrustedSender({ ...own, ...change })).toBe(false);
});

test.each([undefined, null, 'dataset', {}, { kind: 'password-file' }, { kind: '__proto__' }, { kind: ['dataset'] }])(
  'refuses to open %j',
  (raw) => expect(parseOpen(raw)).toBeNull(),
);
test.each([
  { kind: 'release' },
  { kind: 'release', suggestedName: 7 },
  { kind: 'release', suggestedName: 'x'.repeat(1001) },
  { kind: 'dataset', suggestedName: 'x' },
])('refuses to save %j', (raw) => expect(parseSave(raw)).toBeNull());
test.each([undefined, {}, { path: 7 }, { path: '/a\0b' }, { path: `/${'x'.repeat(5000)}` }])(
  'refuses to grant %j',
  (raw) => expect(parseDropped(raw)).toBeNull(),
);
test('takes what it knows, and nothing beside it', () => {
  expect(parseOpen({ kind: 'dataset', path: '/etc/passwd' })).toEqual({ kind: 'dataset' });
  expect(parseSave({ kind: 'recipe', suggestedName: 'a', path: '/x' })).toEqual({ kind: 'recipe', suggestedName: 'a' });
});
