import { expect, it } from 'vitest';
import { isShortcut, shortcutText } from './shortcut.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>>) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

it('tells undo from redo', () => {
  expect(isShortcut(press('z', { ctrlKey: true }), 'CmdOrCtrl+Z', false)).toBe(true);
  expect(isShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+Z', false)).toBe(false);
  expect(isShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+Shift+Z', false)).toBe(true);
});
it('uses the key of the platform', () => {
  expect(isShortcut(press('k', { metaKey: true }), 'CmdOrCtrl+K', true)).toBe(true);
  expect(isShortcut(press('k', { ctrlKey: true }), 'CmdOrCtrl+K', true)).toBe(false);
  expect(isShortcut(press('k', {}), 'CmdOrCtrl+K', false)).toBe(false);
  expect([shortcutText('CmdOrCtrl+Shift+Z', true), shortcutText('CmdOrCtrl+K', false)]).toEqual(['⌘⇧Z', 'Ctrl+K']);
});
