import type { Page } from '@playwright/test';
import { appText } from '#shared/text/window/app.ts';
import { operatorsWindowText as text } from '#shared/text/window/operators.ts';
import { workspaceText } from '#shared/text/window/workspace.ts';
import { expect, type Custos } from './launch.ts';

/** Of invented people at work in a workspace called `mine`. */
export const passphrases: Record<string, string> = {
  'Ada Officer': 'a passphrase for the tests',
  'Bo Berg': 'four other unrelated words',
  Cem: 'a third one, of a reader',
};

/** Ada Officer makes the workspace `mine`. @returns its folder */
export async function newWorkspace(custos: Custos): Promise<string> {
  const { page } = custos;
  const workspace = await custos.answerSaveDialog('mine.custos');
  await page.getByRole('button', { name: 'New workspace…' }).click();
  const create = page.getByRole('dialog');
  await create.getByLabel(workspaceText.operator).fill('Ada Officer');
  for (const field of await create.locator('input[type=password]').all())
    await field.fill(passphrases['Ada Officer'] ?? '');
  await create.locator('button[type=submit]').click();
  await page.getByRole('checkbox').check();
  await page.getByRole('dialog').getByRole('button').last().click();
  return workspace;
}

/** Fills the dialog and confirms it; whoever is alone gives their own passphrase, too. */
export async function addOperator(page: Page, name: string, role: string, own?: string): Promise<void> {
  await page.getByRole('button', { name: text.add }).click();
  const dialog = page.getByRole('dialog', { name: text.dialog.add });
  await dialog.getByRole('textbox', { name: text.dialog.name }).fill(name);
  await dialog.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  if (own !== undefined) await dialog.getByLabel(text.dialog.own).fill(own);
  await dialog.getByLabel(new RegExp(`^${text.dialog.passphrase}(?!,)`)).fill(passphrases[name] ?? '');
  await dialog.getByLabel(text.dialog.again).fill(passphrases[name] ?? '');
  await dialog.getByRole('button', { name: text.dialog.addButton, exact: true }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
}

/** Somebody else goes on with the open workspace. */
export async function becomes(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${appText.operator}:`) }).click();
  await page.getByRole('menuitem', { name: appText.switchOperator }).click();
  const dialog = page.getByRole('dialog', { name: workspaceText.openTitle('mine') });
  await dialog.getByRole('combobox', { name: workspaceText.who }).click();
  await page.getByRole('option', { name: `${name}, ${role}` }).click();
  await dialog.locator('input[type=password]').fill(passphrases[name] ?? '');
  await dialog.getByRole('button', { name: workspaceText.openButton, exact: true }).click();
  await expect(page.getByRole('button', { name: `${appText.operator}: ${name}, ${role}` })).toBeVisible({
    timeout: 60_000,
  });
}
