import { expect, test } from 'vitest';
import { windowOptions } from './window-options.ts';
import { firstWindowState } from './window-state.ts';

const { webPreferences } = windowOptions({
  preload: '/p.cjs',
  icon: '/i.png',
  state: firstWindowState,
  devTools: false,
  dark: true,
});

test('the page is isolated, sandboxed and without Node (security guide items 2, 3, 4, 6, 11)', () => {
  expect(webPreferences).toEqual({
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: false,
  });
});
