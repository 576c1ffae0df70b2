// A blocked targeting release, mended from the checks in presses, measured again, run, and told in its certificate.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixesText } from '#shared/text/fixes.ts';
import { expectAccessible } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test, type Custos } from './support/one-app.ts';
import { goTo, openDataset, useRecipe } from './support/window.ts';

/** Exact ages and places, e-mail addresses, and a creed that nothing else tells. */
function customers(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-fix-')), 'customers.csv');
  const rows = Array.from({ length: 300 }, (_, at) => {
    const chance = createHash('sha256').update(`${at}`).digest();
    const place = [(48 + chance[1]! / 256).toFixed(6), (2 + chance[2]! / 256).toFixed(6)];
    const creed = ['Catholic', 'Muslim', 'none'][chance[0]! % 3];
    return [`u${at}@example.org`, 20 + (chance[3]! % 50), ...place, creed].join(',');
  });
  writeFileSync(path, ['email,age,latitude,longitude,religion', ...rows].join('\n'));
  return path;
}

function recipeFile({ folder }: Custos): string {
  const path = join(folder, 'audience.recipe.json');
  const target = { k: 1, suppression: 1 };
  const recipe = { format: 'custos-recipe', formatVersion: 1, purpose: 'P2', release: 'targeting', target };
  writeFileSync(path, JSON.stringify({ ...recipe, referenceDate: '2026-11-29', steps: [] }));
  return path;
}

test('a blocked release is mended in one press, can be taken back, and runs', async ({ custos }) => {
  const { page } = custos;
  await openDataset(custos, customers());
  await useRecipe(custos, recipeFile(custos));
  await goTo(page, 'Release');
  const fixAll = page.getByRole('button', { name: fixesText.all(3) });
  await expect(fixAll).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('3 guardrails stop this release. Nothing would be written.')).toBeVisible();
  // The target of the recipe is 1, and everybody is alone: that is nothing to be green for.
  await expect(page.getByRole('group', { name: 'Smallest group' })).toHaveAttribute('data-tone', 'block');
  await expectAccessible(page);
  await keepPicture(page, 'fix-blocked');

  // One finding by itself, and the way back.
  await page.getByRole('button', { name: fixesText.press.drop(['religion']) }).click();
  await expect(page.getByText('2 guardrails stop this release. Nothing would be written.')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: fixesText.undo, exact: true }).click();
  await expect(fixAll).toBeVisible({ timeout: 60_000 });

  // With the keyboard, all of them.
  await fixAll.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Added to the recipe and measured again: /)).toBeVisible({ timeout: 60_000 });
  await expect(fixAll).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText(/stops? this release/)).toHaveCount(0);
  await expectAccessible(page);
  await keepPicture(page, 'fix-mended');

  const target = await custos.answerSaveDialog('audience.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /audience\.csv: written and registered/ })).toBeVisible({
    timeout: 60_000,
  });
  await keepPicture(page, 'fix-released');
  const written = readFileSync(target, 'utf8');
  expect(written.split('\n', 1)[0]?.split(',').toSorted()).toEqual(['age', 'email', 'latitude', 'longitude']);
  expect(written).not.toMatch(/@|Catholic|Muslim|4\d\.\d{2}/);
  const { guardrails } = JSON.parse(readFileSync(`${target}.certificate.json`, 'utf8')) as {
    guardrails: { id: string; verdict: string }[];
  };
  expect(guardrails.filter(({ verdict }) => verdict === 'block')).toEqual([]);
});
