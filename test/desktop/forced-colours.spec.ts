// With the system's own colours (a high-contrast scheme) grounds and shadows are gone: what is chosen must still be
// seen.
import type { Locator } from '@playwright/test';
import { expect, test } from './support/launch.ts';
import { goTo, gridCell, trySample } from './support/window.ts';

/** The line round an element, where one is drawn in a colour that differs from what it lies on. */
const lineRound = (part: Locator): Promise<boolean> =>
  part.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return (
      outlineStyle !== 'none' &&
      Number.parseFloat(outlineWidth) >= 2 &&
      outlineColor !== getComputedStyle(document.body).backgroundColor
    );
  });
const ground = (part: Locator): Promise<string> =>
  part.evaluate((element) => getComputedStyle(element).backgroundColor);

test('selection, active tab, chosen class, place in the rail and status stay visible in forced colours', async ({
  custos,
}) => {
  await trySample(custos);
  const { page } = custos;
  await page.emulateMedia({ forcedColors: 'active' });
  const canvas = await ground(page.locator('body'));
  await gridCell(page, 2, 'c2').click();
  const cellOf = (selected: boolean) => page.locator(`[role="row"][aria-selected="${selected}"] [col-id="c3"]`).first();
  expect(await ground(cellOf(true)), 'row').not.toBe(await ground(cellOf(false)));
  expect(await lineRound(page.getByRole('tab', { selected: true }).first()), 'tab').toBe(true);
  expect(await lineRound(page.locator('nav [aria-current]').first()), 'rail').toBe(true);
  expect(await ground(page.locator('footer [aria-hidden="true"]').first()), 'status').not.toBe(canvas);
  await goTo(page, 'Classify');
  await page.getByRole('option').first().click();
  expect(await lineRound(page.locator('[role="option"][aria-selected="true"]').first()), 'column').toBe(true);
  expect(await lineRound(page.locator('[aria-pressed="true"]').first()), 'class').toBe(true);
});
