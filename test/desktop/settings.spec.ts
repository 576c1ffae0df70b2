// Settings: what is changed there is seen in the window, in the register, and at the next opening.
import { existsSync } from 'node:fs';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, goToHistory } from './support/window.ts';

const first = 'the first passphrase';
const second = 'the second passphrase';

test('operator, passphrase, theme, and deleting the workspace', async ({ custos }) => {
  const { page } = custos;
  const directory = await custos.answerSaveDialog('mine.custos');
  await page.getByRole('button', { name: 'New workspace…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=text], input:not([type])').first().fill('Ada Officer');
  await dialog.locator('input[type=password]').first().fill(first);
  await dialog.locator('input[type=password]').nth(1).fill(first);
  await dialog.locator('button[type=submit]').click();
  await page.getByRole('checkbox').check();
  await page.getByRole('dialog').getByRole('button').last().click();

  await goTo(page, 'Settings');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByText('Light', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  await expectAccessible(page);

  // Of a year that is not shown: it is shown afterwards, with the day in it.
  await page.getByLabel('Another day').fill(`${new Date().getFullYear() + 1}-12-28`);
  await page.getByRole('button', { name: 'Add it…' }).click();
  const holiday = page.getByRole('dialog', { name: /^Germany: .* is a holiday/ });
  await holiday.getByRole('textbox', { name: 'By which law, or whose word' }).fill('closed by order');
  await holiday.getByRole('button', { name: 'Take it so' }).click();
  await expect(page.getByRole('table', { name: 'Holidays of Germany' })).toContainText('Ada Officer: closed by order');

  await page.getByRole('textbox', { name: /^Operator/ }).fill('Grace Auditor');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('banner').or(page.locator('header')).first()).toContainText('Grace Auditor');

  await page.getByLabel('Current passphrase').fill('not it');
  await page.getByLabel('New passphrase', { exact: true }).fill(second);
  await page.getByLabel('New passphrase, once more').fill(second);
  await page.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The passphrase' })).toBeVisible();
  await page.getByLabel('Current passphrase').fill(first);
  await page.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(page.getByText('The passphrase was changed.', { exact: false })).toBeVisible();

  await goToHistory(page);
  const list = page.getByRole('listbox', { name: 'Entries of the register, newest first' });
  await expect(list).toContainText('changed the passphrase.');
  await expect(list).toContainText(/works here now, in place of|is named as who works here/);

  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Delete workspace…' }).click();
  const confirm = page.getByRole('dialog', { name: /^Delete mine/ });
  await expect(confirm.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await confirm.getByRole('textbox', { name: /^Type/ }).fill('mine');
  await expect(confirm.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await confirm.getByRole('textbox', { name: 'Why it is deleted' }).fill('only a trial');
  await confirm.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  expect(existsSync(directory)).toBe(false);
});
