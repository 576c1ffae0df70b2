// Two datasets joined: keys proposed, the match seen in people, the view made, and where the register has it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planted, plantedFiles } from '#test/engine/join/planted.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo, openDataset, resize } from './support/window.ts';

test('two datasets are joined, and who is alone afterwards is told before and after', async ({ custos }) => {
  const { page } = custos;
  const files = plantedFiles();
  const workspace = await savedWorkspace(custos, files.customers);
  await goTo(page, 'Datasets');
  // With one dataset there is nothing to join.
  await expect(page.getByRole('tab', { name: 'Rows', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Join with another dataset…' })).toHaveCount(0);
  const contracts = join(custos.folder, 'contracts.csv');
  // Half of them are nobody's customers.
  const rows = files.contracts.trimEnd().split('\n');
  const strangers = rows.slice(1, 801).map((row) => row.replace('@', '.else@'));
  writeFileSync(contracts, `${[...rows, ...strangers].join('\n')}\n`);
  await openDataset(custos, contracts);

  const button = page.getByRole('button', { name: 'Join with another dataset…' });
  await resize(custos.app, 1024, 700);
  await expect(button).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Next: Classify' })).toBeInViewport({ ratio: 1 });
  await resize(custos.app, 1440, 900);
  await button.click();
  const form = page.getByRole('form', { name: 'What is joined' });
  await expect(form.getByRole('combobox', { name: /^Key of the left dataset/ })).toHaveValue('contact_email');
  await expect(form.getByRole('combobox', { name: /^Key of the right dataset/ })).toHaveValue('email');
  await expectAccessible(page);

  // A key of another kind is refused in place, and nothing else happens.
  await form.getByRole('combobox', { name: /^Key of the right dataset/ }).click();
  await page.getByRole('option', { name: 'city' }).click();
  await form.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('alert')).toContainText('no value of the one is ever a value of the other');
  await form.getByRole('combobox', { name: /^Key of the right dataset/ }).click();
  await page.getByRole('option', { name: 'email', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);

  // By keys alone: Enter in the form previews.
  await form.getByRole('button', { name: 'Preview' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /in both: 3,050/ })).toBeVisible({ timeout: 60_000 });
  const match = page.getByRole('table', { name: 'Who is in both' });
  await expect(match.getByRole('row', { name: /^in both/ })).toContainText('3,050');
  await expect(match.getByRole('row', { name: /^only here/ })).toContainText('800');
  await expect(page.getByText(`${planted} people are alone in the view and in neither dataset before.`)).toBeVisible();
  await expect(page.locator('main')).not.toContainText('@');
  expect(entriesLike(workspace, 'dataset.joined')).toHaveLength(0);
  await expectAccessible(page);
  await keepPicture(page, 'join-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'join-dark');
  await useTheme(page, 'light');

  await page.getByRole('textbox', { name: 'Name of the joined view' }).fill('unified');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByText('“unified” is a dataset of the workspace now: 3,050 rows.').first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole('heading', { name: /Two datasets joined/ })).toBeFocused();
  await expectAccessible(page);
  await keepPicture(page, 'join-done');
  const [entry] = entriesLike(workspace, 'dataset.joined');
  expect(entry!.payload).toMatchObject({ name: 'unified', matched: 3050, uniqueOnlyAfter: planted });
  expect(JSON.stringify(entry)).not.toContain('@');

  await page.getByRole('button', { name: /complete the activity$/ }).click();
  await expect(page.getByText('Joining contracts and people as unified').first()).toBeVisible();
  await goTo(page, 'Datasets');
  await page.getByRole('combobox', { name: 'Dataset' }).click();
  await page.getByRole('option', { name: 'unified' }).click();
  await expect(page.getByText(/3,050 rows × 5 columns joined from contracts and people/)).toBeVisible();
  await page.getByRole('tab', { name: 'About' }).click();
  await expect(page.getByText('contracts, people')).toBeVisible();

  // Whoever deletes a source is told what was made of it, and afterwards the view says that it is gone.
  await page.getByRole('combobox', { name: 'Dataset' }).click();
  await page.getByRole('option', { name: 'people' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete dataset…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('“unified” was joined from it and stays.');
  await dialog.getByRole('textbox').fill('No longer needed.');
  await dialog.getByRole('button', { name: 'Delete dataset' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Dataset' }).click();
  await page.getByRole('option', { name: 'unified' }).click();
  await page.getByRole('tab', { name: 'About' }).click();
  await expect(page.getByText('contracts, people (deleted since)')).toBeVisible();
  expect(custos.errors).toEqual([]);
});
