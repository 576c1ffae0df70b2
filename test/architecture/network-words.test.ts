import { expect, it } from 'vitest';
import { networkWords } from './network-words.ts';
import { isTest, sourceFiles } from './source-files.ts';

it('nothing in the shell, the engine or the window can reach a network', () => {
  expect(
    sourceFiles()
      .filter((file) => /^(electron|renderer)\//.test(file.path) && !isTest(file.path))
      .flatMap(networkWords),
  ).toEqual([]);
});

it.each([
  ["import net from 'node:net';", 'node:net reaches a network'],
  ["import { lookup } from 'dns/promises';", 'dns/promises reaches a network'],
  ["const https = require('https');", 'https reaches a network'],
  ['await fetch(address);', 'fetch reaches a network'],
  ['globalThis.fetch(address);', 'fetch reaches a network'],
  ['new WebSocket(address);', 'WebSocket reaches a network'],
  ['navigator.sendBeacon(address);', 'sendBeacon reaches a network'],
  ["export const help = 'see https://example.com/help';", 'https://example.com/help is a remote address'],
  ['export const help = `http://${host}/help`;', 'is a remote address'],
])('bites: %s', (text, says) => {
  expect(networkWords({ path: 'electron/engine/broken.ts', text })).toEqual([expect.stringContaining(says)]);
});

it('bites: a remote picture in a screen', () => {
  const problems = networkWords({
    path: 'renderer/broken.tsx',
    text: 'export const Logo = () => <img alt="" src="https://example.com/logo.png" />;',
  });
  expect(problems).toEqual([expect.stringContaining('is a remote address')]);
});

it('lets the name of a vocabulary through', () => {
  expect(
    networkWords({
      path: 'renderer/charts/fine.tsx',
      text: 'export const Box = () => <svg xmlns="http://www.w3.org/2000/svg" />;',
    }),
  ).toEqual([]);
});
