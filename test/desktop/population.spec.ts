// A table of everybody the rows were drawn from, chosen in a real window: the release leaves so many of its people
// behind every line, counted here from the written file and the table.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/one-app.ts';
import { goTo, openDataset, useRecipe } from './support/window.ts';

const cities = ['Bonn', 'Bonn', 'Bonn', 'Ulm', 'Ulm', 'Jena'];
/** 300 people: town and sex; each third of them came into the file. */
const everybody = Array.from({ length: 300 }, (_, at) => [cities[at % 6]!, (at >> 3) % 5 === 0 ? 'm' : 'f']);
const textOf = (rows: readonly (readonly string[])[]): string =>
  `city,gender\n${rows.map((row) => row.join(',')).join('\n')}\n`;

test('a recipe asks for people of a population table, and its release keeps to them', async ({ custos }) => {
  const { page } = custos;
  const folder = mkdtempSync(join(tmpdir(), 'custos-population-'));
  const [file, population, recipe] = ['people.csv', 'everybody.csv', 'few.json'].map((name) => join(folder, name));
  writeFileSync(file!, textOf(everybody.filter((_, at) => at % 3 === 0)));
  writeFileSync(population!, textOf(everybody));
  writeFileSync(
    recipe!,
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 2,
      purpose: 'p1-find-segments',
      release: 'pseudonymised',
      referenceDate: '2026-11-30',
      target: { models: [{ model: 'k-anonymity', settings: { k: 2 } }], suppression: 0.9 },
      columns: ['city', 'gender'],
      steps: [{ op: 'suppress-small-classes', version: 1, settings: { columns: ['city', 'gender'] }, reason: 'few' }],
    }),
  );
  await openDataset(custos, file!);
  await useRecipe(custos, recipe!);
  await custos.answerOpenDialog(population!);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Ask for people of a population (k-map)…' }).click();
  const demand = page.getByRole('region', { name: 'Target: k-map' });
  await expect(demand).toContainText('everybody.csv');
  const least = demand.getByRole('textbox', { name: 'People of the population behind every class' });
  await least.fill('30');
  await least.press('Tab');
  await goTo(page, 'Release');
  const path = await custos.answerSaveDialog('few.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /few\.csv: written and registered/ })).toBeVisible({
    timeout: 120_000,
  });
  const counts = new Map<string, number>();
  for (const row of everybody) counts.set(row.join(','), (counts.get(row.join(',')) ?? 0) + 1);
  const written = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((line) => (counts.get(line) ?? 0) < 30)).toEqual([]);
  // Few of them would have left without the table: it leaves out more than k alone.
  expect([...counts.values()].some((people) => people < 30)).toBe(true);
  const certificate = JSON.parse(readFileSync(`${path}.certificate.json`, 'utf8')) as { population: { rows: number } };
  expect(certificate.population).toMatchObject({ rows: 300 });
});
