// Tests of screens share one running app, as a person works all day in one window: each begins with no workspace open,
// an account that has nothing of the test before, and a folder of its own. What stops the app, its engine or its page
// belongs into `launch.ts`, where each test has an app of its own.
import type { Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { answersIn, atEnd, expect, launchCustos, test as alone, type Custos } from './launch.ts';
import { findLauncher, makeFolder } from './unprivileged.ts';
import { resize } from './window.ts';

/** So many tests one app lives through. */
const most = 12;
/** What an account remembers. */
const remembered = ['profile', 'remembered-passphrases.json'];

let running: { custos: Custos; size: [number, number]; tests: number } | null = null;

async function start(): Promise<NonNullable<typeof running>> {
  const custos = await launchCustos();
  const size = await custos.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getContentSize() as [number, number],
  );
  return { custos, size, tests: 0 };
}

async function stop(): Promise<void> {
  const last = running;
  running = null;
  await last?.custos.close();
}

const isReady = (page: Page): Promise<void> =>
  expect(page.getByRole('contentinfo')).toContainText('engine ready', { timeout: 60_000 });

/** Home where no workspace is open, once it is known that none is. */
const emptyHome = (page: Page) => page.getByRole('heading', { name: 'Recent workspaces' });

const workspaceMenu = (page: Page) => page.getByRole('button', { name: /Workspace menu/ });

/** Whether a dialog, a menu or the like lies over the page. */
const isCovered = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null);

async function closeWorkspace(page: Page): Promise<void> {
  const empty = emptyHome(page);
  if ((await isCovered(page)) || !(await empty.or(workspaceMenu(page)).first().isVisible())) {
    await page.reload();
    await isReady(page);
    await expect(empty.or(page.getByRole('heading', { name: 'What to do next' })).first()).toBeVisible();
  }
  if (await empty.isVisible()) return;
  await workspaceMenu(page).click();
  await page.getByRole('menuitem', { name: 'Close workspace' }).click();
  const wipe = page.getByRole('dialog').getByRole('button', { name: /^(Wipe and close|Stop and close)/ });
  await expect(wipe.or(empty).first()).toBeVisible();
  if (await wipe.isVisible()) await wipe.click();
  await expect(empty).toBeVisible({ timeout: 60_000 });
}

/** As if it had just been started for the first time. */
async function startAfresh({ custos, size }: NonNullable<typeof running>): Promise<void> {
  const { page, app, userData, errors } = custos;
  await closeWorkspace(page);
  for (const one of remembered) rmSync(join(userData, one), { recursive: true, force: true });
  await page.evaluate(() => localStorage.clear());
  await resize(app, ...size);
  await page.reload();
  await isReady(page);
  await expect(emptyHome(page)).toBeVisible();
  errors.length = 0;
}

atEnd.push(stop);

/** `test` with the app that is running, as `custos`. */
export const test = alone.extend<{ custos: Custos }>({
  // oxlint-disable-next-line no-empty-pattern
  custos: async ({}, use, info) => {
    running ??= await start();
    const { custos } = running;
    const folder = makeFolder(findLauncher().uid);
    await use({ ...custos, folder, ...answersIn(folder, custos.app), close: stop });
    rmSync(folder, { recursive: true, force: true });
    if (running === null) return;
    running.tests += 1;
    if (info.status !== info.expectedStatus || running.tests >= most) await stop();
    else await startAfresh(running).catch(stop);
  },
});

export { expect, type Custos } from './launch.ts';
