// What a recipe asks for beside k, in a real window: it is shown, judged, and not lost on the way to a file.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { openDataset, useRecipe } from './support/window.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'custos-demands-'));

test('further models and roles are shown, judged, and kept when k is changed and the recipe saved', async ({
  custos,
}) => {
  const { page } = custos;
  const people = join(folder(), 'people.csv');
  const row = (at: number): string => `person${at}@example.org,${at % 2 ? 'Bonn' : 'Ulm'},${at % 3 ? 'flu' : 'cold'}`;
  writeFileSync(people, `email,city,diagnosis\n${Array.from({ length: 60 }, (_, at) => row(at)).join('\n')}\n`);
  await openDataset(custos, people);
  const path = join(folder(), 'demanding.json');
  const roles = [
    { column: 'diagnosis', role: 'to-protect' },
    { column: 'city', role: 'could-be-known' },
  ];
  const diversity = { model: 'distinct-l-diversity', settings: { l: 3 } };
  writeFileSync(
    path,
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 2,
      purpose: 'p1-find-segments',
      release: 'pseudonymised',
      referenceDate: '2026-11-23',
      target: { models: [{ model: 'k-anonymity', settings: { k: 5 } }, diversity], suppression: 0.05 },
      columns: ['email', 'city', 'diagnosis'],
      roles,
      steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email'] }, reason: 'Points at one person.' }],
    }),
  );
  await useRecipe(custos, path);

  const demands = page.getByRole('region', { name: 'What else the recipe asks for' });
  await expect(demands.getByRole('listitem')).toHaveText([
    'Target: Distinct l-diversity, l 3',
    'Role could be known: “city”',
    'Role to protect: “diagnosis”',
  ]);
  const effect = page.getByRole('region', { name: 'Effect of the recipe' });
  await expect(effect).toContainText('Distinct l-diversity, which the target asks for, does not hold');
  await expectAccessible(page);

  await page.getByRole('textbox', { name: 'Target k' }).fill('7');
  await page.getByRole('textbox', { name: 'Target k' }).press('Tab');
  const file = await custos.answerSaveDialog('kept.json');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save recipe as file…' }).click();
  await expect(page.getByText('Recipe saved as kept.json.')).toBeVisible();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    formatVersion: 2,
    target: { models: [{ model: 'k-anonymity', settings: { k: 7 } }, diversity], suppression: 0.05 },
    roles,
  });
});
