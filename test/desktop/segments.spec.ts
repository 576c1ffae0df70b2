// Segments: customers are counted by segment, held against what the recipe releases, and the counts leave with an entry.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

const header = 'customer_id,city,last_order_date,orders_count,total_spent';
/** Invented people: few spend much and often, many little, and some have never bought. */
const people = Array.from({ length: 240 }, (_, at) => {
  const bought = at % 8 !== 0;
  const day = new Date(Date.UTC(2026, 0, 1 + ((at * 37) % 300))).toISOString().slice(0, 10);
  const orders = 1 + ((at * 7) % 9);
  return `K-${1000 + at},${['Bonn', 'Ghent'][at % 2]},${bought ? day : ''},${bought ? orders : 0},${bought ? (orders * 17.5 + (at % 13)).toFixed(2) : '0.00'}`;
});

test('customers are put into segments, none too small, held against the recipe, and exported with an entry', async ({
  custos,
}) => {
  const { page } = custos;
  await goTo(page, 'Segments');
  await expect(page.getByRole('heading', { name: 'Which customers are alike?' })).toBeVisible();
  await expectAccessible(page);
  const workspace = await savedWorkspace(custos, `${[header, ...people].join('\n')}\n`);
  await goTo(page, 'Segments');
  await page.getByRole('button', { name: 'Segment', exact: true }).click();

  const table = page.getByRole('table', { name: 'People by segment' });
  await expect(table).toBeVisible({ timeout: 60_000 });
  await expect(table.getByRole('row', { name: /^Not known/ })).toContainText('30');
  const counts = await table.locator('tbody td:nth-child(2)').allInnerTexts();
  expect(counts.every((people) => people === '0' || Number(people) >= 10)).toBe(true);
  expect(counts.reduce((sum, people) => sum + Number(people), 0)).toBe(240);
  await expect(page.getByText(/Found by the classification, not chosen by a person: last purchase/)).toBeVisible();
  await expect(page.getByText('Make a recipe, and what it loses of the segments stands here.')).toBeVisible();
  await expectAccessible(page);

  // By keys alone: another method, then Enter in the form.
  await page.getByRole('combobox', { name: 'By', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.getByRole('button', { name: 'Segment', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(table.getByRole('row', { name: /^A: the first 80/ })).toBeVisible({ timeout: 60_000 });

  // With a recipe beside it: the spend in steps of fifty.
  const recipe = join(custos.folder, 'steps.recipe.json');
  const step = (op: string, settings: object) => ({ op, version: 1, settings, reason: 'A trial.', enabled: true });
  const bins = { columns: ['total_spent'], mode: 'width', width: 50, edges: [], whole: false, decimalMark: '.' };
  writeFileSync(
    recipe,
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release: 'pseudonymised',
      referenceDate: '2026-11-01',
      target: { k: 5, suppression: 0.05 },
      columns: header.split(','),
      steps: [step('drop-columns', { columns: ['customer_id'] }), step('numeric-bins', bins)],
    }),
  );
  await goTo(page, 'Recipe');
  await custos.answerOpenDialog(recipe);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Open recipe file…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use this recipe' }).click();
  await expect(page.getByText('Saved in the workspace')).toBeVisible();
  await goTo(page, 'Segments');
  await page.getByRole('button', { name: 'Segment', exact: true }).click();
  const loss = page.getByRole('table', { name: 'Segments of the source and of the release' });
  await expect(loss).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/of the people stay in the same segment/)).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'segments-light');
  await useTheme(page, 'dark');
  await loss.getByRole('row').last().scrollIntoViewIfNeeded();
  await keepPicture(page, 'segments-dark');
  await useTheme(page, 'light');

  const saved = await custos.answerSaveDialog('segments.csv');
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(/^“segments.csv” is written: exact counts/)).toBeVisible({ timeout: 60_000 });
  const written = readFileSync(saved, 'utf8');
  expect(written).toMatch(/^segment,people,share,k,epsilon/);
  expect(written).not.toMatch(/K-1|Bonn/);
  const [entry] = entriesLike(workspace, 'segments.exported');
  expect(entry!.payload).toMatchObject({ by: 'rfm', k: 10, small: 'merge', people: 240, fileName: 'segments.csv' });
  expect(entry!.payload.epsilon).toBeUndefined();

  // With noise it is said, and entered, too.
  await page.getByRole('textbox', { name: 'Noise (ε)' }).fill('0.5');
  const noisy = await custos.answerSaveDialog('noisy.json');
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(/^“noisy.json” is written: counts with noise of ε = 0.5/)).toBeVisible({
    timeout: 60_000,
  });
  expect(JSON.parse(readFileSync(noisy, 'utf8'))).toMatchObject({ epsilon: 0.5, k: 10 });
  await expect.poll(() => entriesLike(workspace, 'segments.exported')[1]?.payload.epsilon).toBe('0.5');

  // A column that is no spend is refused in a sentence, and says what to do.
  await page.getByRole('combobox', { name: 'Spend', exact: true }).click();
  await page.getByRole('option', { name: 'city' }).click();
  await page.getByRole('button', { name: 'Segment', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'city' })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  expect(custos.errors).toEqual([]);
});
