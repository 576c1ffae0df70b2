import { app, type BrowserWindow } from 'electron';
import { mayNavigate } from '#main/security/navigation.ts';

/** Loads that may fail in a row, and crashes that are mended, before the page counts as lost. */
const patience = 3;
const pauseMs = 300;

/**
 * Loads the app's page into its window and brings it back where it was lost: a load failed, its process crashed, or
 * it went to the one place no navigation handler is asked about. A load that ends because the window closes or the
 * app quits is no failure; which of them it was is known only a moment later, so it is judged then.
 *
 * @param onLost told once where the page cannot be loaded at all
 */
export function keepPage(window: BrowserWindow, home: string, onLost: (why: string) => void): void {
  const { webContents } = window;
  let leaving = false;
  let loaded = false;
  let failed = 0;
  let crashes = 0;
  const gone = (): boolean => leaving || window.isDestroyed();
  const load = (): void => {
    if (gone()) return;
    loaded = false;
    // Why it failed is told by did-fail-load as well; the promise adds nothing.
    webContents.loadURL(home).catch(() => {});
  };
  const loadAgain = (why: string): void => {
    if (gone() || loaded || webContents.isLoadingMainFrame()) return;
    failed += 1;
    if (failed === patience) onLost(why);
    else load();
  };
  app.once('before-quit', () => {
    leaving = true;
  });
  webContents.on('did-fail-load', (_event, _code, why, _url, isMainFrame) => {
    if (isMainFrame) setTimeout(loadAgain, pauseMs, why);
  });
  webContents.on('did-finish-load', () => {
    loaded = true;
    failed = 0;
  });
  webContents.on('did-navigate', (_event, url) => {
    if (!mayNavigate(url)) load();
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    // A page that crashes again and again is left for the person to see.
    if (reason !== 'clean-exit' && (crashes += 1) <= patience) load();
  });
  load();
}
