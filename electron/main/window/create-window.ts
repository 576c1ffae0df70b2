import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { shellText } from '#shared/text/main/shell.ts';
import { appOrigin } from '#main/security/page-manifest.ts';
import { rememberWindow } from '#main/security/trusted-sender.ts';
import { evaluationRuntime, preloadFile, resourcesFolder } from '#main/runtime/runtime.ts';
import { keepPage } from './keep-page.ts';
import { windowOptions } from './window-options.ts';
import { readWindowState, writeWindowState, type Bounds } from './window-state.ts';

const overlaps = (a: Bounds, b: Required<Bounds>): boolean =>
  a.x !== undefined &&
  a.y !== undefined &&
  a.x < b.x + b.width - 40 &&
  a.x + a.width > b.x + 40 &&
  a.y >= b.y - 10 &&
  a.y < b.y + b.height - 40;

/**
 * Opens the app's window where it was last, and remembers where it is when it closes. `onPageLost`: its page cannot be
 * loaded at all.
 */
export function createWindow(options: { devTools: boolean; onPageLost(why: string): void }): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(stateFile, (bounds) =>
    screen.getAllDisplays().some((display) => overlaps(bounds, display.workArea)),
  );
  const window = new BrowserWindow(
    windowOptions({
      preload: preloadFile(),
      icon: join(resourcesFolder(), 'icons', '256x256.png'),
      state,
      devTools: options.devTools,
      dark: nativeTheme.shouldUseDarkColors,
    }),
  );
  rememberWindow(window);
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  const remember = (): void => {
    if (!window.isDestroyed())
      writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  window.on('close', remember);
  // Heard before the quit that destroys the window, which tells of no close.
  app.prependListener('before-quit', remember);
  window.once('closed', () => app.off('before-quit', remember));
  // The page's title is the app's, with the runtime named where it is not the one the product ships on.
  window.on('page-title-updated', (event) => {
    if (!evaluationRuntime()) return;
    event.preventDefault();
    window.setTitle(shellText.evaluationTitle);
  });
  keepPage(window, `${appOrigin}/index.html`, options.onPageLost);
  return window;
}
