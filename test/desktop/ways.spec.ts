// Ways of releasing, side by side: one is chosen by one press, run, and read back from the written file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '#test/support/read-csv.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/launch.ts';
import { goTo, openDataset } from './support/window.ts';

const header = 'email,city,age,plan,orders';
const people = Array.from({ length: 240 }, (_, at) =>
  [
    `p${at}@example.org`,
    ['Bonn', 'Ghent', 'Graz', 'Oslo'][(at * 7 + (at >> 4)) % 4],
    18 + ((at * 37) % 60),
    ['free', 'pro', 'team'][(at * 5 + (at >> 3)) % 3],
    (at * 11) % 9,
  ].join(','),
);

test('ways stand side by side; the wide one is taken into the recipe, run, and holds in the file', async ({
  custos,
}) => {
  const { page } = custos;
  const file = join(custos.folder, 'people.csv');
  writeFileSync(file, `${[header, ...people].join('\n')}\n`);
  await openDataset(custos, file);
  await goTo(page, 'Risk');
  await page.getByRole('button', { name: 'Compare the ways' }).click();
  const table = page.getByRole('table').filter({ hasText: 'Detail kept' });
  for (const way of ['narrow', 'counts', 'levels', 'wide', 'synthetic', 'pseudonymised'])
    await expect(table.getByRole('row', { name: new RegExp(`^${way} `) })).toBeVisible({ timeout: 120_000 });
  await expect(table.getByRole('row', { name: /^wide / })).toContainText('none lost');
  await expect(table.getByRole('row', { name: /^wide / })).toContainText('k-anonymous');
  await expect(table.getByRole('row', { name: /^synthetic / })).toContainText('nobody’s rows');
  await expectAccessible(page);
  await table.scrollIntoViewIfNeeded();
  await keepPicture(page, 'ways-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'ways-dark');
  await useTheme(page, 'light');

  await page.getByRole('button', { name: 'Use wide' }).click();
  await expect(page.getByText(/The recipe is wide now/).first()).toBeVisible();
  await expect(page.getByText(/Put rows into groups of at least k people/).first()).toBeVisible();
  await goTo(page, 'Release');
  await expect(page.getByRole('heading', { name: 'Before it is written' })).toBeVisible({ timeout: 60_000 });
  const path = await custos.answerSaveDialog('wide.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /wide\.csv: written and registered/ })).toBeVisible({
    timeout: 120_000,
  });
  await expectAccessible(page);
  const { rows } = readCsv(readFileSync(path, 'utf8'));
  expect(rows).toHaveLength(240);
  const alike = new Map<string, number>();
  for (const row of rows) alike.set(row.join('\n'), (alike.get(row.join('\n')) ?? 0) + 1);
  expect(Math.min(...alike.values())).toBeGreaterThanOrEqual(5);
  const certificate = JSON.parse(readFileSync(`${path}.certificate.json`, 'utf8'));
  expect(certificate).toMatchObject({ label: 'k-anonymous', rows: { out: 240, suppressed: 0 } });
  expect(custos.errors).toEqual([]);
});
