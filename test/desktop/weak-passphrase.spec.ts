// A passphrase that is soon guessed is refused where a workspace is sealed; who knows that may say so.
import { readdirSync } from 'node:fs';
import { workspaceText as text } from '#shared/text/window/workspace.ts';
import { expect, test } from './support/launch.ts';

test('an easy passphrase is refused with a sentence and makes nothing; ticking that one knows takes it', async ({
  custos,
}) => {
  const { page } = custos;
  await custos.answerSaveDialog('mine.custos');
  await page.getByRole('button', { name: 'New workspace…' }).click();
  const dialog = page.getByRole('dialog');
  const known = dialog.getByRole('checkbox', { name: text.weakAccepted });
  await dialog.getByLabel(text.operator).fill('Ada Officer');
  for (const field of await dialog.locator('input[type=password]').all()) await field.fill('password123');
  await expect(known).toHaveCount(0);

  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toContainText('too easy to guess', { timeout: 60_000 });
  await expect(known).not.toBeChecked();
  expect(readdirSync(custos.folder)).not.toContain('mine.custos');

  await known.check();
  await dialog.locator('button[type=submit]').click();
  await expect(page.getByRole('heading', { name: text.keyTitle })).toBeVisible({ timeout: 60_000 });
  expect(readdirSync(custos.folder)).toContain('mine.custos');
});
