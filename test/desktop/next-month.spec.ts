// Next month's file: the decisions and the recipe of the last one are one press away, with what has changed, and
// release the same columns.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropEmail } from '#test/support/drop-email.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, openDataset } from './support/window.ts';

const row = (at: number, month: number) =>
  `person${at}.${month}@example.org,${['Bonn', 'Lyon', 'Turin'][at % 3]},${20 + (at % 3)}`;
function month(name: string, number: number, more = ''): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-month-')), `${name}.csv`);
  writeFileSync(
    path,
    [`email,city,visits${more && ',coupon'}`, ...Array.from({ length: 60 }, (_, at) => row(at, number) + more)].join(
      '\n',
    ),
  );
  return path;
}

test('the recipe of October’s file is used on November’s: what drifted is told, and the written file shows its steps', async ({
  custos,
}) => {
  const { page } = custos;
  await openDataset(custos, month('October', 10));
  const recipe = join(custos.folder, 'october.recipe.json');
  const steps = [
    {
      op: 'drop-columns',
      version: 1,
      settings: { columns: ['email'] },
      reason: 'Points at one person.',
      enabled: true,
    },
  ];
  writeFileSync(
    recipe,
    dropEmail({
      purpose: 'P1',
      release: 'pseudonymised',
      referenceDate: '2026-10-31',
      target: { k: 5, suppression: 0.05 },
      columns: ['email', 'city', 'visits'],
      steps,
    }),
  );
  await goTo(page, 'Recipe');
  await custos.answerOpenDialog(recipe);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Open recipe file…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use this recipe' }).click();
  await expect(page.getByText('Saved in the workspace')).toBeVisible();

  await goTo(page, 'Datasets');
  await openDataset(custos, month('November', 11, ',SAVE10'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('November');
  await goTo(page, 'Recipe');
  await expect(page.getByRole('button', { name: 'Use the recipe of “October”' })).toBeVisible();
  await goTo(page, 'Classify');
  await page.getByRole('button', { name: 'Use the recipe of “October”' }).click();
  const dialog = page.getByRole('dialog', { name: 'Use the recipe of “October”?' });
  await expect(dialog).toContainText('coupon');
  await expect(dialog).toContainText('they counted from 2026-10-31');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Use this recipe' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Recipe');
  await expect(
    page
      .getByRole('listbox', { name: 'Steps of the recipe' })
      .or(page.getByRole('group', { name: 'Steps of the recipe' }))
      .first(),
  ).toContainText('email');

  await goTo(page, 'Release');
  const target = await custos.answerSaveDialog('november-out.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Written and registered' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('How the columns differ from those the recipe was made for')).toBeVisible();
  const written = readFileSync(target, 'utf8');
  expect(written.split('\n')[0]).toContain('city');
  expect(written).not.toContain('@example.org');
});
