import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowState } from './window-state.ts';

/** Options of the app's windows; security guide items 2 to 11 are tests on what this returns. */
export function windowOptions(options: {
  preload: string;
  icon: string;
  state: WindowState;
  devTools: boolean;
  dark: boolean;
}): BrowserWindowConstructorOptions {
  const { preload, icon, state, devTools, dark } = options;
  return {
    ...state.bounds,
    icon,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: dark ? '#16181d' : '#ffffff',
    webPreferences: {
      preload,
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
      devTools,
    },
  };
}
