import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { shellText } from '#shared/text/main/shell.ts';
import { mayNavigate } from '#main/security/navigation.ts';
import { appOrigin } from '#main/security/page-manifest.ts';
import { rememberWindow } from '#main/security/trusted-sender.ts';
import { evaluationRuntime, preloadFile, resourcesFolder } from '#main/runtime.ts';
import { windowOptions } from './window-options.ts';
import { readWindowState, writeWindowState, type Bounds } from './window-state.ts';

const home = `${appOrigin}/index.html`;

const overlaps = (a: Bounds, b: Required<Bounds>): boolean => a.x !== undefined && a.y !== undefined && a.x < b.x + b.width - 40 && a.x + a.width > b.x + 40 && a.y >= b.y - 10 && a.y < b.y + b.height - 40;

/** Opens the app's window where it was last, and remembers where it is when it closes. */
export async function createWindow(options: { devTools: boolean }): Promise<BrowserWindow> {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(stateFile, (bounds) => screen.getAllDisplays().some((display) => overlaps(bounds, display.workArea)));
  const window = new BrowserWindow(windowOptions({ preload: preloadFile(), icon: join(resourcesFolder(), 'icons', '256x256.png'), state, devTools: options.devTools, dark: nativeTheme.shouldUseDarkColors }));
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
    window.setTitle(shellText.evaluationTitle);
  });
  keepPage(window);
  await window.loadURL(home).catch((error: unknown) => {
    // A window closed while it loads is no failure.
    if (!window.isDestroyed()) throw error;
  });
  return window;
}

/** Brings the app's page back where it was lost: its process crashed, or it went to the one place no navigation handler is asked about. */
function keepPage({ webContents }: BrowserWindow): void {
  const bringBack = (): void => void webContents.loadURL(home).catch(() => {});
  webContents.on('did-navigate', (_event, url) => {
    if (!mayNavigate(url)) bringBack();
  });
  let crashes = 0;
  webContents.on('render-process-gone', (_event, { reason }) => {
    // A page that crashes again and again is left for the person to see.
    if (reason !== 'clean-exit' && (crashes += 1) <= 3) bringBack();
  });
}
