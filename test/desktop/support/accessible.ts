import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Sets the theme by the window's own button (also behind an open dialog) and waits until the page has it. */
export async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const now = await page.locator('html').getAttribute('data-mantine-color-scheme');
  if (now !== theme) await page.getByRole('button', { name: 'Switch between light and dark' }).dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}

/** What axe looks at in colours alone: between the themes nothing else differs, they are one page with other variables. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * No violation that axe knows of, in either theme: every rule in the light one, those of colours in the dark one. Only
 * violations are told in full: what passes is several megabytes of a page with a grid. Legacy mode: the other one opens
 * a page of its own, which Electron cannot.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const { violations } = await (theme === 'light' ? axe : axe.withRules(ofColours)).analyze();
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${theme}: ${id} ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
      ),
    ).toEqual([]);
  }
  await useTheme(page, 'light');
}
