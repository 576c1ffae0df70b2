import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { appOrigin } from '#main/security/page-manifest.ts';
import { rememberWindow } from '#main/security/trusted-sender.ts';
import { evaluationRuntime, preloadFile } from '#main/runtime.ts';
import { windowOptions } from './window-options.ts';
import { readWindowState, writeWindowState, type Bounds } from './window-state.ts';

const overlaps = (a: Bounds, b: Required<Bounds>): boolean => a.x !== undefined && a.y !== undefined && a.x < b.x + b.width - 40 && a.x + a.width > b.x + 40 && a.y >= b.y - 10 && a.y < b.y + b.height - 40;

/** Opens the app's window where it was last, and remembers where it is when it closes. */
export async function createWindow(options: { devTools: boolean }): Promise<BrowserWindow> {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(stateFile, (bounds) => screen.getAllDisplays().some((display) => overlaps(bounds, display.workArea)));
  const window = new BrowserWindow(windowOptions({ preload: preloadFile(), state, devTools: options.devTools, dark: nativeTheme.shouldUseDarkColors }));
  rememberWindow(window);
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  // The page's title is the app's, with the runtime named where it is not the one the product ships on.
  window.on('page-title-updated', (event) => {
    if (!evaluationRuntime()) return;
    event.preventDefault();
    window.setTitle('Custos (evaluation runtime)');
  });
  await window.loadURL(`${appOrigin}/index.html`).catch((error: unknown) => {
    // A window closed while it loads is no failure.
    if (!window.isDestroyed()) throw error;
  });
  return window;
}
