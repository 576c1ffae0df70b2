// A thousand columns in a real window: the main job goes through, and a recipe of hundreds of steps is worked with like
// a short one.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '#test/support/read-csv.ts';
import { expect, test } from './support/launch.ts';
import { goTo, openDataset, useRecipe } from './support/window.ts';

/** Invented: people's names and towns in some columns, measures and categories in the others; the same each time. */
function wideTable(columns: number, rows: number): string {
  let state = 7;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const value = [
    { name: 'first_name', cell: () => ['Anna', 'Bruno', 'Carla', 'David'][below(4)]! },
    { name: 'city', cell: () => ['Berlin', 'Paris', 'Rome'][below(3)]! },
    ...Array.from({ length: 8 }, () => ({ name: 'measure', cell: () => (below(100_000) / 100).toFixed(2) })),
    ...Array.from({ length: 10 }, () => ({ name: 'category', cell: () => `kind ${below(4)}` })),
  ];
  const head = [
    'customer_id',
    ...Array.from({ length: columns - 1 }, (_, at) => `${value[at % value.length]!.name}_${at}`),
  ];
  const lines = Array.from({ length: rows }, (_, row) =>
    [
      `C${100_000 + row}`,
      ...Array.from({ length: columns - 1 }, (_unused, at) => value[at % value.length]!.cell()),
    ].join(','),
  );
  return `${[head.join(','), ...lines].join('\n')}\n`;
}

/** A recipe as a file: names are dropped, each of some four hundred measures is rounded by a step of its own. */
function recipeOfHundreds(folder: string, table: string): string {
  const columns = table.slice(0, table.indexOf('\n')).split(',');
  const named = (what: string): string[] => columns.filter((column) => column.startsWith(what));
  const step = (op: string, settings: object) => ({
    op,
    version: 1,
    settings,
    reason: 'Tried in a test.',
    enabled: true,
  });
  const steps = [
    step('drop-columns', { columns: ['customer_id', ...named('first_name')] }),
    ...named('measure').map((column) => step('round-number', { columns: [column], step: 100, decimalMark: '.' })),
  ];
  const path = join(folder, 'hundreds.recipe.json');
  writeFileSync(
    path,
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release: 'pseudonymised',
      referenceDate: '2026-11-01',
      target: { k: 5, suppression: 0.05 },
      columns,
      steps,
    }),
  );
  return path;
}

test('a thousand columns, from the file to the release', async ({ custos }) => {
  test.setTimeout(1_800_000);
  const { page } = custos;
  const file = join(custos.folder, 'wide.csv');
  writeFileSync(file, wideTable(1000, 300));
  await openDataset(custos, file, 120_000);
  await goTo(page, 'Recipe');
  await page.getByRole('button', { name: 'Recommend recipe' }).first().click();
  const steps = page.getByRole('list', { name: 'Steps of the recipe' }).getByRole('listitem');
  await expect(steps.first()).toBeVisible({ timeout: 900_000 });
  await useRecipe(custos, recipeOfHundreds(custos.folder, readFileSync(file, 'utf8')));
  await expect(page.getByRole('button', { name: 'Edit step 1 Drop columns' })).toBeVisible();
  const many = Number(await steps.first().getAttribute('aria-setsize'));
  expect(many).toBeGreaterThan(100);
  expect(await steps.count()).toBeLessThan(60);

  // The last step comes into sight and is the last.
  await page.getByRole('group', { name: 'Steps of the recipe' }).focus();
  await page.keyboard.press('End');
  const last = page.getByRole('button', { name: new RegExp(`^Edit step ${many}\\b`) });
  await expect(last).toBeVisible();
  await expect(steps.last()).toHaveAttribute('aria-posinset', String(many));

  // A switch holds no text: undo is the recipe's while the focus is on it.
  const used = page.getByRole('switch', { name: new RegExp(`^Step ${many} is used`) });
  await used.press('Space');
  await expect(used).not.toBeChecked();
  await used.press('Control+z');
  await expect(used).toBeChecked();

  await goTo(page, 'Release');
  await expect(page.getByRole('heading', { name: 'Before it is written' })).toBeVisible({ timeout: 120_000 });
  const path = await custos.answerSaveDialog('wide-release.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /wide-release\.csv: written and registered/ })).toBeVisible({
    timeout: 300_000,
  });
  const certificate = JSON.parse(readFileSync(`${path}.certificate.json`, 'utf8'));
  const { header, rows } = readCsv(readFileSync(path, 'utf8'));
  expect([rows.length, header.length]).toEqual([certificate.rows.out, certificate.output.columns.length]);
  expect(header.some((name) => name.startsWith('first_name'))).toBe(false);
  expect(custos.errors).toEqual([]);
});
