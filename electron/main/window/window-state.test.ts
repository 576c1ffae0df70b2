import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstWindowState, readWindowState, writeWindowState } from './window-state.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'custos-window-'));
  file = join(folder, 'sub', 'window.json');
});
afterEach(() => rmSync(folder, { recursive: true }));
const visible = () => true;

test('a window comes back where it was', () => {
  const state = { bounds: { x: 10, y: 20, width: 1300, height: 800 }, maximized: true };
  writeWindowState(file, state);
  expect(readWindowState(file, visible)).toEqual(state);
  expect(readdirSync(join(folder, 'sub'))).toEqual(['window.json']);
});

test('a window of an unplugged display keeps its size', () => {
  writeWindowState(file, { bounds: { x: 5000, y: 20, width: 1300, height: 800 }, maximized: false });
  expect(readWindowState(file, () => false)).toEqual({ bounds: { width: 1300, height: 800 }, maximized: false });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"bounds":{"width":"1","height":2}}',
  '{"bounds":{"width":1e9,"height":800}}',
  '{"bounds":{"width":1,"height":1}}',
])('%j gives the first size', (text) => {
  writeFileSync(join(folder, 'w.json'), text);
  expect(readWindowState(join(folder, 'w.json'), visible)).toEqual(firstWindowState);
});

test('a folder that cannot be written costs nothing but the memory', () => {
  writeFileSync(join(folder, 'sub'), '');
  expect(() => writeWindowState(file, firstWindowState)).not.toThrow();
});
