// Related tables: found by the key they share, anonymised together, read again with other code, and where the register has them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readCsv } from '#test/support/read-csv.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo, openDataset } from './support/window.ts';

/** A number below `below` by a rule without a pattern that the eye sees. */
const mixed = (at: number, below: number): number => ((at * 7919 + 13) ** 2 % 104_729) % below;
const towns = ['Lyon', 'Nantes', 'Besançon'];
const goods = ['pain', 'vin', 'fromage'];

const people = Array.from(
  { length: 60 },
  (_, at) => `C-${1000 + at},p${at}@example.fr,${towns[mixed(at, 3)]!},${1950 + mixed(at + 90, 40)}`,
);
const orders = people.flatMap((_, at) =>
  Array.from({ length: mixed(at + 500, 4) }, (_none, row) => {
    const day = String(1 + mixed(at * 5 + row, 28)).padStart(2, '0');
    return `${at}-${row},C-${1000 + at},2026-05-${day},${goods[mixed(at + row * 31, 3)]!}`;
  }),
);

test('tables of the same people are released together, and nobody is alone in them joined', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, `customer_id,email,city,birth_year\n${people.join('\n')}\n`);
  await goTo(page, 'Release');
  // With one dataset there is nothing to go along.
  await expect(page.getByRole('tab', { name: 'Audience for a platform' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Related tables' })).toHaveCount(0);
  const file = join(custos.folder, 'commandes.csv');
  writeFileSync(file, `order_id,customer_id,order_date,product\n${orders.join('\n')}\n`);
  await goTo(page, 'Datasets');
  await openDataset(custos, file);

  // Orders have several rows a person: they are no table of people.
  await goTo(page, 'Release');
  await page.getByRole('tab', { name: 'Related tables' }).click();
  await expect(page.getByRole('heading', { name: 'No other table of the same people' })).toBeVisible();
  await expectAccessible(page);
  await goTo(page, 'Datasets');
  await page.getByRole('combobox', { name: 'Dataset' }).click();
  await page.getByRole('option', { name: 'people' }).click();
  await goTo(page, 'Release');
  await expect(page.getByRole('combobox', { name: 'Key of the table of people' })).toHaveValue('customer_id');
  const named = new Set(orders.map((row) => row.split(',')[1])).size;
  const table = page.getByRole('table', { name: 'Which tables' });
  await expect(table.getByRole('row', { name: /commandes/ })).toContainText(`${named} of 60`);
  await expectAccessible(page);
  await keepPicture(page, 'related-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'related-dark');
  await useTheme(page, 'light');

  // Nothing goes along, nothing runs; by keys alone it comes back.
  const take = table.getByRole('checkbox', { name: 'Take commandes along' });
  await take.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Choose at least one other table.')).toBeVisible();
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await expect(run).toBeDisabled();
  await page.keyboard.press('Space');

  // What cannot be reached is refused in a sentence, and the register has that.
  await page.getByRole('textbox', { name: /^Rows that may be left out/ }).fill('0');
  const folder = await custos.answerSaveDialog('ensemble');
  await run.click();
  await expect(page.getByRole('alert').filter({ hasText: 'would be left out' })).toBeVisible({ timeout: 60_000 });
  expect(readdirSync(custos.folder)).not.toContain('ensemble');
  expect(entriesLike(workspace, 'tables.refused')).toHaveLength(1);

  await page.getByRole('textbox', { name: /^Rows that may be left out/ }).fill('');
  await run.click();
  await expect(page.getByRole('heading', { name: /2 tables: written together and registered/ })).toBeFocused({
    timeout: 60_000,
  });
  await expect(page.getByRole('table', { name: 'Guardrails' })).toContainText('E3');
  await expect(page.getByRole('table', { name: 'What attacks found' })).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'related-done');

  // Joined by other code: behind everybody stand four others who read the same.
  const names = ['people.csv', 'commandes.csv'];
  expect(readdirSync(folder).toSorted()).toEqual([...names, 'tables.certificate.json'].toSorted());
  const [own, bought] = names.map((name) => readCsv(readFileSync(join(folder, name), 'utf8'), ','));
  const place = bought!.header.indexOf('customer_id');
  const reads = own!.rows.map(([key, ...said]) => {
    const rows = bought!.rows
      .filter((row) => row[place] === key)
      .map((row) => row.filter((_, at) => at !== place).join());
    return JSON.stringify([said, rows.toSorted()]);
  });
  const alike = reads.map((one) => reads.filter((other) => other === one).length);
  expect(reads).toHaveLength(60);
  expect(Math.min(...alike)).toBeGreaterThanOrEqual(5);
  const [entry] = entriesLike(workspace, 'tables.released');
  expect(entry!.payload).toMatchObject({
    k: Math.min(...alike),
    people: 60,
    tables: names.map((fileName) => ({
      fileName,
      outputSha256: createHash('sha256')
        .update(readFileSync(join(folder, fileName)))
        .digest('hex'),
    })),
  });
  expect(JSON.stringify(entry)).not.toMatch(/C-10|@/);

  const page1 = await custos.answerSaveDialog('certificate.html');
  await page.getByRole('button', { name: 'Save certificate' }).click();
  await page.getByRole('menuitem', { name: /HTML/ }).click();
  await expect(page.getByText('certificate.html').first()).toBeVisible();
  await expect.poll(() => readFileSync(page1, 'utf8')).toContain('commandes.csv');

  // It stands among the releases of this workspace, both files in one line, with their certificate.
  await page.getByRole('button', { name: 'Back to the tables' }).click();
  const past = page.getByRole('row', { name: /people\.csv.*commandes\.csv/ });
  await expect(past).toContainText('60 + ');
  await expect(past.getByRole('button', { name: 'Certificate of people.csv and commandes.csv' })).toBeVisible();
  await expectAccessible(page);
  expect(custos.errors).toEqual([]);
});
