// The dialogs that ask for something: no violation that axe knows of, in either theme, and Escape leaves everything as
// it was.
import { classifyText } from '#shared/text/window/classify.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, trySample } from './support/window.ts';

test('dialogs are accessible: new workspace, recovery key, delete, policy, open', async ({ custos }) => {
  test.setTimeout(240_000);
  const { page } = custos;
  const dialog = page.getByRole('dialog');
  const escape = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };

  await custos.answerSaveDialog('mine.custos');
  await page.getByRole('button', { name: 'New workspace…' }).click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.locator('input[type=text], input:not([type])').first().fill('Ada Officer');
  await dialog.locator('input[type=password]').first().fill('a passphrase');
  await dialog.locator('input[type=password]').nth(1).fill('a passphrase');
  await dialog.locator('button[type=submit]').click();
  await expect(dialog.getByRole('checkbox')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button').last().click();
  await expect(dialog).toHaveCount(0);

  await trySample(custos);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete dataset…' }).click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await escape();

  await goTo(page, 'Settings');
  await page.getByText(classifyText.policy.strict, { exact: true }).first().click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await escape();
  await page.getByRole('button', { name: 'Delete workspace…' }).click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await escape();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Close workspace');
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: /^(Open )?mine/ })
    .first()
    .click();
  await expect(dialog.getByLabel('Passphrase', { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await escape();
  expect(custos.errors).toEqual([]);
});
