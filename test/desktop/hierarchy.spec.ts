// A hierarchy as a tree: proposed, changed by keys alone, written as a file, and read back from what the recipe makes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '#test/support/read-csv.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, openDataset } from './support/window.ts';

const cities = ['Köln', 'Roma', 'Bonn', 'Ghent', 'Avalon'] as const;
const rowsOf = [60, 50, 40, 30, 20];
const people = cities.flatMap((city, at) =>
  Array.from({ length: rowsOf[at]! }, (_, row) => `${city},${row % 2 ? 'free' : 'pro'}`),
);

test('a proposed tree is changed by keys, exported byte for byte, and holds in the released file', async ({
  custos,
}) => {
  const { page } = custos;
  const file = join(custos.folder, 'people.csv');
  writeFileSync(file, `${['city,plan', ...people].join('\n')}\n`);
  await openDataset(custos, file);
  await goTo(page, 'Recipe');
  await page.getByRole('button', { name: 'Add step' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Find an operation' }).fill('Map categories');
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector
    .getByRole('textbox', { name: /^Columns/ })
    .or(inspector.getByRole('combobox', { name: /^Columns/ }))
    .first()
    .click();
  await page.getByRole('option', { name: 'city', exact: true }).click();
  await page.keyboard.press('Escape');
  await inspector.getByRole('button', { name: 'Edit as a tree…' }).click();

  const tree = page.getByRole('tree', { name: 'Hierarchy of “city”' });
  const item = (name: RegExp) => tree.getByRole('treeitem', { name });
  await expect(item(/^Germany/)).toContainText('100');
  await expect(page.getByText('Covers 4 of 5 values, 180 of 200 rows')).toBeVisible();
  await tree.focus();
  // Down to Germany, into it, and past Köln to Bonn, which goes under Italy.
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Control+x', 'ArrowDown', 'Control+v'])
    await page.keyboard.press(key);
  await expect(item(/^Italy/)).toContainText('90');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name of Italy' }).fill('South');
  await page.keyboard.press('Enter');
  await expect(item(/^South/)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Delete');
  await expect(item(/^South/)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(item(/^Bonn/)).toBeVisible();
  await page.getByRole('button', { name: /^Avalon/ }).click();
  await item(/^South/).click();
  await page.getByRole('button', { name: 'Put 1 under “South”' }).click();
  await expect(page.getByText('Covers 5 of 5 values, 200 of 200 rows')).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'hierarchy-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'hierarchy-dark');
  await useTheme(page, 'light');

  const csv = await custos.answerSaveDialog('city.csv');
  await page.getByRole('button', { name: 'Export CSV…' }).click();
  await expect(page.getByText('city.csv written.').first()).toBeVisible();
  expect(readFileSync(csv, 'utf8')).toBe(
    'Köln;Germany;*\nRoma;South;*\nBonn;South;*\nGhent;Belgium;*\nAvalon;South;*\n',
  );
  await page.getByRole('button', { name: 'Save into the step' }).click();
  await expect(page.getByText('Saved in the workspace')).toBeVisible();
  await goTo(page, 'Release');
  await expect(page.getByRole('heading', { name: 'Before it is written' })).toBeVisible({ timeout: 60_000 });
  const path = await custos.answerSaveDialog('towns.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /towns\.csv: written and registered/ })).toBeVisible({
    timeout: 60_000,
  });
  const { header, rows } = readCsv(readFileSync(path, 'utf8'));
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[header.indexOf('city')]!] = (counts[row[header.indexOf('city')]!] ?? 0) + 1;
  expect(counts).toEqual({ Germany: 60, South: 110, Belgium: 30 });
  expect(custos.errors).toEqual([]);
});
