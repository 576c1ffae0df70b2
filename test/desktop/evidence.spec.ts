// Export evidence: from any screen, by button and by keys; the pack that was written is checked by the command line.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { goToHistory } from './support/window.ts';

const custosCommand = resolve(import.meta.dirname, '../../bin/custos.mjs');

test('evidence is handed over from any screen, verifies elsewhere, and stands in the register', async ({ custos }) => {
  const { page } = custos;
  const button = page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('button', { name: 'Export evidence' });
  await expect(button).toBeDisabled();
  await page.getByRole('button', { name: 'Try the sample' }).first().click();
  await expect(button).toBeEnabled({ timeout: 60_000 });

  const target = await custos.answerSaveDialog('evidence.zip');
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export evidence' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Export evidence' }).click();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 60_000 });
  const code = await dialog.locator('code', { hasText: /^[0-9A-F]{4}-[0-9A-F]{4}$/ }).textContent();

  const found = JSON.parse(
    execFileSync(process.execPath, [custosCommand, 'verify', target, '--json'], { encoding: 'utf8' }),
  );
  expect(found).toMatchObject({ ok: true, profile: 'authority', code });

  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  await goToHistory(page);
  const list = page.getByRole('listbox', { name: 'Entries of the register, newest first' });
  await expect(list.getByRole('option').filter({ hasText: 'exported evidence' })).toHaveCount(1);

  // By the mouse from here, three clicks: the button, the button in the dialog, and the system's own.
  await button.click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
