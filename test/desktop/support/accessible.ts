import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expect } from './expect.ts';

/** Sets the theme by the window's own button (also behind an open dialog) and waits until the page has it. */
export async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const now = await page.locator('html').getAttribute('data-mantine-color-scheme');
  if (now !== theme) await page.getByRole('button', { name: 'Switch between light and dark' }).dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}

/** What axe looks at in colours alone: between the themes nothing else differs, they are one page with other variables. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Waits until what fades or slides in is there: half-way, its colours are not those that anybody reads. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = () =>
      document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    do {
      await Promise.allSettled(moving().map((one) => one.finished));
      await frame();
      await frame();
    } while (moving().some((one) => one.playState === 'running'));
  });
}

/** Of a grid the first rows: what draws them draws all, and a screen of rows is most of what there is on a page. */
const laterRows = '.ag-row:nth-child(n + 8)';
/** What alone can be used while it is open; what lies under it is looked at in its own tests. */
const covering = '[role="dialog"][aria-modal="true"]';

/** What axe finds wrong on the page, a line each; its code is brought into a page once. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  await atRest(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const looks = { given: options, laterRows, covering };
  return page.evaluate(async (look) => {
    const include = document.querySelector(look.covering) === null ? [':root'] : [look.covering];
    const where = { include, exclude: [look.laterRows] };
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(where, look.given);
    return found.violations.map(
      ({ id, nodes }) =>
        `${id} ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
    );
  }, looks);
}

/** What is found wrong has to stand: a menu that was chosen from is there for a moment longer, and no longer used. */
const expectNone = (page: Page, options: RunOptions, theme: string): Promise<void> =>
  expect.poll(() => violations(page, options), { message: theme, timeout: 10_000 }).toEqual([]);

/**
 * No violation that axe knows of, in either theme: every rule in the light one, those of colours in the dark one. Only
 * violations are told in full: what passes is several megabytes of a page with a grid.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await useTheme(page, 'light');
  await expectNone(page, { resultTypes: ['violations'] }, 'in the light theme');
  await useTheme(page, 'dark');
  const colours: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'rule', values: ofColours } };
  await expectNone(page, colours, 'in the dark theme');
  await useTheme(page, 'light');
}
