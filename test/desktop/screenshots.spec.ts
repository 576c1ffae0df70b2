// Every screen with the sample in it, in both themes and two window sizes: accessible, nothing cut off, no message in
// the console. With CUSTOS_SCREENSHOTS=1 the pictures of the README and docs are made anew (docs/screenshots).
import type { Page } from '@playwright/test';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepsPictures, picturePath } from './support/keep-picture.ts';
import { expect, test } from './support/launch.ts';
import { goTo, goToHistory, resize, trySample } from './support/window.ts';

const sizes = [
  [1280, 800],
  [1920, 1080],
] as const;

/** Waits until nothing on the page is a placeholder or still being measured. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 120_000 });
  await page.mouse.move(0, 0);
}

test('every screen, light and dark, small and large', async ({ custos }, info) => {
  test.setTimeout(600_000);
  const { page, app } = custos;
  const shoot = async (name: string) => {
    await settled(page);
    await expectAccessible(page);
    for (const [width, height] of sizes) {
      await resize(app, width, height);
      for (const theme of ['light', 'dark'] as const) {
        await useTheme(page, theme);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${name} at ${width}×${height} must not scroll sideways`).toBe(0);
        if (keepsPictures)
          await page.screenshot({
            path: width === 1280 ? picturePath(`${name}-${theme}`) : info.outputPath(`${name}-${theme}-${width}.png`),
          });
      }
    }
    await useTheme(page, 'light');
    await resize(app, 1280, 800);
  };

  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  await shoot('home');
  await trySample(custos);
  await page
    .getByRole('alert')
    .getByRole('button')
    .first()
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await shoot('datasets');
  await goTo(page, 'Classify');
  await shoot('classify');
  await goTo(page, 'Recipe');
  await page.getByRole('button', { name: 'Recommend recipe' }).first().click();
  const strip = page.getByRole('region', { name: 'Where the dataset stands' });
  await expect(strip).toContainText('with the recipe', { timeout: 120_000 });
  await shoot('recipe');
  await goTo(page, 'Risk');
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Group sizes' })).toBeVisible({ timeout: 120_000 });
  await shoot('risk');
  await goTo(page, 'Release');
  await custos.answerSaveDialog('segments.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /segments\.csv: written and registered/ })).toBeVisible({
    timeout: 120_000,
  });
  await shoot('release');
  await page.getByRole('button', { name: 'Certificate of segments.csv' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('The signature fits');
  await shoot('certificate');
  await page.keyboard.press('Escape');
  await goToHistory(page);
  await page
    .getByRole('option', { name: /released segments\.csv/ })
    .first()
    .click();
  await shoot('register');
  await goTo(page, 'Settings');
  await shoot('settings');
  expect(custos.errors).toEqual([]);
});
