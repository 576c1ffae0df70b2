import { expect, test } from '@playwright/test';
import { startDecoys, type Decoys } from './decoys.ts';
import { launchCustos, type Custos } from './launch.ts';

export const home = 'app://custos/index.html';

interface Watched {
  custos: Custos;
  decoys: Decoys;
}

/**
 * One window for all tests of a file, and servers that nothing may reach: after every test the page is where it was, it
 * is the only one, and nothing left the app. @param onReady is handed both before the first test
 */
export function watchWindow(onReady: (watched: Watched) => void): void {
  let watched: Watched;
  test.beforeAll(async () => {
    watched = { decoys: await startDecoys(), custos: await launchCustos() };
    await watched.custos.page.waitForLoadState('load');
    onReady(watched);
  });
  test.afterAll(async () => {
    await watched.custos.close();
    await watched.decoys.close();
  });
  test.afterEach(async () => {
    const { custos, decoys } = watched;
    expect(custos.page.url(), 'the page has not moved').toBe(home);
    // A window that a test closed goes a moment later where the machine is busy.
    await expect
      .poll(() => custos.app.evaluate(({ webContents }) => webContents.getAllWebContents().length), {
        message: 'no other page exists',
      })
      .toBe(1);
    expect(decoys.seen, 'nothing left the app').toEqual([]);
  });
}
