// People at work: a second operator is added, each acts as themself, and the register names and holds them.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { appText } from '#shared/text/window/app.ts';
import { operatorsWindowText as text } from '#shared/text/window/operators.ts';
import { workspaceText } from '#shared/text/window/workspace.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { addOperator as add, becomes, newWorkspace, passphrases } from './support/operators.ts';
import { goTo, goToHistory } from './support/window.ts';

test('operators are added, act as themselves within their role, and stand in the register', async ({ custos }) => {
  const { page } = custos;
  const workspace = await newWorkspace(custos);

  await goTo(page, 'Settings');
  await expect(page.getByText(text.alone)).toBeVisible();
  await add(page, 'Bo Berg', 'approver', passphrases['Ada Officer']);
  const table = page.getByRole('table', { name: text.table });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table).toContainText('Ada Officer (you)approver');
  await expect(page.getByRole('button', { name: `${appText.operator}: Ada Officer, approver` })).toBeVisible();
  await expectAccessible(page);

  await becomes(page, 'Bo Berg', 'approver');
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: text.changeRoleOf('Ada Officer') }).click();
  const change = page.getByRole('dialog', { name: text.dialog.roleTitle('Ada Officer') });
  await change.getByRole('radio', { name: /^author/ }).check();
  await expect(change.getByRole('button', { name: text.dialog.roleButton })).toBeDisabled();
  await change.getByLabel(text.dialog.reason).fill('Bo approves');
  await change.getByRole('button', { name: text.dialog.roleButton }).click();
  await expect(table).toContainText('Ada Officerauthor');
  await add(page, 'Cem', 'reader');

  await becomes(page, 'Cem', 'reader');
  await expect(page.getByText(workspaceText.reader)).toBeVisible();
  await goTo(page, 'Home');
  await expect(page.getByRole('button', { name: 'Open dataset' }).first()).toBeDisabled();
  await goTo(page, 'Settings');
  await expect(page.getByText(text.forApprovers(['Bo Berg']))).toBeVisible();
  await expect(page.getByRole('button', { name: text.add })).toHaveCount(0);

  await goToHistory(page);
  await expect(page.getByRole('main')).toContainText(/Role of an operator changed|made Ada Officer author/);
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/The register verifies/)).toBeVisible({ timeout: 60_000 });
  const database = new Database(join(workspace, 'register.sqlite'), { readonly: true });
  const signed = database
    .prepare('SELECT actor, kind, subject_ref, signature IS NOT NULL FROM log LEFT JOIN log_signature USING (seq)')
    .raw()
    .all();
  database.close();
  expect(signed.slice(-4)).toEqual([
    ['Ada Officer', 'operator.added', 'Ada Officer', 1],
    ['Ada Officer', 'operator.added', 'Bo Berg', 1],
    ['Bo Berg', 'operator.role-changed', 'Ada Officer', 1],
    ['Bo Berg', 'operator.added', 'Cem', 1],
  ]);
});
