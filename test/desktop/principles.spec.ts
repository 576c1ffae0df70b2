// The principles: nothing is green that nobody looked at; a release fills the matrix; a cell leads to its entry.
import { expectAccessible } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';

test('what nobody looked at is not stated; a release is evidence, and its entry one click away', async ({ custos }) => {
  const { page } = custos;
  await page.getByRole('button', { name: 'Try the sample' }).first().click();
  await expect(page.getByRole('contentinfo')).toContainText('imported', { timeout: 60_000 });
  const rail = page.getByRole('navigation', { name: 'Main navigation' });
  await rail.getByRole('link', { name: 'Principles' }).click();
  const matrix = page.getByRole('table', { name: /seven principles/ });
  const cell = (control: string, about: string | RegExp) =>
    matrix.getByRole('button', {
      name: new RegExp(`^${control}, ${about instanceof RegExp ? about.source : about}: `),
    });
  await expect(cell('E3', 'customers')).toHaveAccessibleName(/not stated$/, { timeout: 60_000 });
  await expect(matrix.getByRole('button', { name: /: passed$/ })).toHaveCount(0);
  await expectAccessible(page);
  // The same next step is told once, and a press leads to where it is done.
  await expect(matrix.getByText('Make a recipe and release the dataset.')).toHaveCount(1);
  await matrix.getByRole('button', { name: 'Declare its purpose under Data use.' }).click();
  await expect(page.getByRole('tab', { name: /^Data use/, selected: true })).toBeVisible();
  await page.getByRole('button', { name: 'Declare a purpose…' }).click();
  await page.getByRole('combobox', { name: 'Purpose', exact: true }).click();
  await page.getByRole('option', { name: 'Find the most important segments' }).click();
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Purposes it is declared for' })).toBeVisible({ timeout: 60_000 });
  await rail.getByRole('link', { name: 'Principles' }).click();
  // Special categories without a condition: workspace and dataset stand alike.
  await expect(cell('G1', 'customers')).toHaveAccessibleName(/blocked$/, { timeout: 60_000 });
  await expect(cell('G1', 'Workspace')).toHaveAccessibleName(/blocked$/);
  await matrix.getByRole('button', { name: /^Drop \d+ columns in the recipe/ }).click();
  await expect(page.getByRole('grid', { name: /^Columns of customers/ })).toBeVisible({ timeout: 60_000 });

  await rail.getByRole('link', { name: 'Recipe' }).click();
  await page.getByRole('button', { name: 'Recommend recipe' }).first().click();
  await expect(page.getByRole('region', { name: 'Where the dataset stands' })).toContainText('with the recipe', {
    timeout: 120_000,
  });
  await rail.getByRole('link', { name: 'Release' }).click();
  await expect(page.getByRole('heading', { name: 'Before it is written' })).toBeVisible({ timeout: 60_000 });
  await custos.answerSaveDialog('segments.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/^Beside the file: segments\.csv\.certificate\.json/)).toContainText(
    'and segments.csv.datapackage.json.',
  );

  await rail.getByRole('link', { name: 'Principles' }).click();
  await expect(cell('E3', 'customers')).toHaveAccessibleName(/passed$/, { timeout: 60_000 });
  await expect(page.getByText(/^Checked on .* over 1 dataset, 1 written file/)).toContainText('No entry of the log');
  await page.getByRole('button', { name: 'Keep in the log' }).click();
  await expect(page.getByText(/Kept last on .* as entry \d+\./)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await keepPicture(page, 'principles-kept');
  await cell('E3', 'customers').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('E3');
  await page.keyboard.press('ArrowDown');
  await expect(cell('E4', 'customers')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(inspector).toContainText('E4');
  await inspector
    .getByRole('button', { name: /^Entry \d+$/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Register', level: 1 })).toBeVisible();
  await expect(inspector).toContainText('Release written');
});
