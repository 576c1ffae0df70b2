import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({}));
const { mayNavigate } = await import('./navigation.ts');
const { isLocalRequest } = await import('./network-block.ts');

test('a page may reload itself', () => {
  expect(['app://custos/', 'app://custos/index.html', 'app://custos/index.html#x'].map(mayNavigate)).toEqual([
    true,
    true,
    true,
  ]);
});

test.each([
  'https://example.com/',
  'http://localhost/',
  'file:///etc/passwd',
  'app://custos/other.html',
  'app://custos.example/',
  'app://u:p@custos/',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:app://custos/1',
  'about:blank',
  '',
  '//custos/',
])('a page may not go to %j', (url) => expect(mayNavigate(url)).toBe(false));

test.each([
  'https://example.com/',
  'http://127.0.0.1/',
  'ws://example.com',
  'wss://example.com',
  'ftp://example.com',
  'file:///etc/passwd',
  'app://other/',
  'app://custos.example/x',
  'chrome://settings',
  'devtools://devtools/x',
  'blob:https://example.com/1',
])('a request to %j leaves the app', (url) => expect(isLocalRequest(url, false)).toBe(false));

test('its own files and inline pictures do not', () => {
  expect(isLocalRequest('app://custos/index.html', false)).toBe(true);
  expect(isLocalRequest('data:image/png;base64,AA==', false)).toBe(true);
});
