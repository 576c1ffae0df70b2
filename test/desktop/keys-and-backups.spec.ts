// Keys and backups on Settings: what is pressed there is read in the written files and in the log.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropEmail } from '#test/support/drop-email.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test, type Custos } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo, useRecipe } from './support/window.ts';

const pseudonyms = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',')[0]!);

async function release(custos: Custos, name: string): Promise<string[]> {
  const { page } = custos;
  await goTo(page, 'Release');
  const back = page.getByRole('button', { name: 'Back to the checks' });
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await expect(back.or(run).first()).toBeVisible();
  if (await back.isVisible()) await back.click();
  const target = await custos.answerSaveDialog(name);
  await run.click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`${name}: written`) })).toBeFocused({
    timeout: 60_000,
  });
  return pseudonyms(target).toSorted();
}

test('a key is changed for what is written from now on; a backup is made, checked and restored', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos);
  const recipe = join(custos.folder, 'keyed.json');
  const steps = [
    { op: 'keyed-hash', version: 1, settings: { columns: ['email'], normalise: 'none', key: '' }, reason: 'x' },
  ];
  writeFileSync(recipe, dropEmail({ steps }));
  await useRecipe(custos, recipe);
  const before = await release(custos, 'first.csv');

  await goTo(page, 'Settings');
  const keys = page.getByRole('table', { name: 'Keys of pseudonyms' });
  await expect(keys).toContainText('first.csv');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Restore a backup…' }).scrollIntoViewIfNeeded();
  await keepPicture(page, 'keys-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'keys-dark');
  await useTheme(page, 'light');
  await keys.getByRole('button', { name: /^Change the key of/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Change the key of/ });
  await expect(dialog.getByRole('button', { name: 'Change key' })).toBeDisabled();
  await dialog.getByLabel('Reason').fill('A laptop was lost.');
  await dialog.getByRole('button', { name: 'Change key' }).click();
  await expect(keys).toContainText('nothing');
  expect(entriesLike(workspace, 'key.rotated')).toHaveLength(1);
  const after = await release(custos, 'second.csv');
  expect(after).toHaveLength(before.length);
  expect(after.filter((one) => before.includes(one))).toEqual([]);

  await goTo(page, 'Settings');
  const backup = await custos.answerSaveDialog('backup.zip');
  await page.getByRole('button', { name: 'Make a backup…' }).click();
  await expect(page.getByRole('status').filter({ hasText: '“backup.zip” made' })).toBeVisible({ timeout: 60_000 });
  const [entry] = entriesLike(workspace, 'backup.made');
  expect(entry?.payload.sha256).toBe(createHash('sha256').update(readFileSync(backup)).digest('hex'));
  await custos.answerOpenDialog(backup);
  await page.getByRole('button', { name: 'Check a backup…' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is whole' })).toBeVisible();

  const restored = await custos.answerSaveDialog('restored.custos');
  await page.getByRole('button', { name: 'Restore a backup…' }).click();
  const asked = page.getByRole('dialog', { name: 'What was erased since?' });
  await expectAccessible(page);
  await asked.getByRole('button', { name: 'Restore without it' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Which erasures are to be repeated is not known' }),
  ).toBeVisible();
  expect(existsSync(join(restored, 'register.sqlite'))).toBe(true);
  expect(entriesLike(restored, 'key.rotated')).toHaveLength(1);
});
