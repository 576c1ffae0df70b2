// Ways of releasing, side by side: one is chosen by one press, run, and read back from the written file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '#test/support/read-csv.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test, type Custos } from './support/one-app.ts';
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

/** Each row as the values that its cells leave open, a part of the row for each pair of two columns. */
function crossed(rows: readonly (readonly [string, string])[]): Map<string, Map<string, number>> {
  const table = new Map<string, Map<string, number>>();
  for (const cells of rows) {
    const [ofA, ofB] = cells.map((cell) => cell.split(' | ')) as [string[], string[]];
    for (const a of ofA)
      for (const b of ofB) {
        const line = table.get(a) ?? new Map<string, number>();
        table.set(a, line.set(b, (line.get(b) ?? 0) + 1 / (ofA.length * ofB.length)));
      }
  }
  return table;
}

const total = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);

/** Cramér's V with Bergsma's correction, by χ² over expected counts. */
function cramersV(table: Map<string, Map<string, number>>): number {
  const names = [...new Set([...table.values()].flatMap((line) => [...line.keys()]))];
  const n = total([...table.values()].map((line) => total(line.values())));
  const down = names.map((name) => total([...table.values()].map((line) => line.get(name) ?? 0)));
  let chi = 0;
  for (const line of table.values())
    for (const [at, name] of names.entries()) {
      const expected = (total(line.values()) * down[at]!) / n;
      chi += ((line.get(name) ?? 0) - expected) ** 2 / expected;
    }
  const [r, c] = [table.size, names.length];
  const phi = Math.max(0, chi / n - ((r - 1) * (c - 1)) / (n - 1));
  return Math.sqrt(phi / Math.min(r - (r - 1) ** 2 / (n - 1) - 1, c - (c - 1) ** 2 / (n - 1) - 1));
}

/** Risk draws the result of the whole recipe: its shares and correlations are those of the written file. */
async function keptAsWritten({ page }: Custos, written: ReturnType<typeof readCsv>): Promise<void> {
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What stays of the distributions' })).toBeVisible({ timeout: 60_000 });
  const at = (column: string): number => written.header.indexOf(column);
  const shareOf = (share: number): string => `${Math.round(share * 100)} %`.replace(' ', '\u202f');
  const cities = crossed(written.rows.map((row) => [row[at('city')]!, 'all']));
  const city = page.getByRole('figure', { name: 'city', exact: true });
  for (const name of ['Bonn', 'Ghent', 'Graz', 'Oslo']) {
    const was = people.filter((line) => line.includes(`,${name},`)).length / people.length;
    const is = total(cities.get(name)?.values() ?? []) / written.rows.length;
    await expect(city.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')).toHaveText([
      '',
      shareOf(was),
      shareOf(is),
    ]);
  }
  const before = cramersV(crossed(people.map((line) => [line.split(',')[1]!, line.split(',')[3]!])));
  const after = cramersV(crossed(written.rows.map((row) => [row[at('city')]!, row[at('plan')]!])));
  await expect(page.getByRole('row', { name: 'city and plan' }).first().getByRole('cell')).toHaveText([
    'Cramér’s V',
    before.toFixed(2),
    after.toFixed(2),
  ]);
  await expect(page.getByRole('img', { name: /How strongly \d columns go together/ })).toBeVisible();
  await expectAccessible(page);
}

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
  await goTo(page, 'Risk');
  await keptAsWritten(custos, readCsv(readFileSync(path, 'utf8')));
  expect(custos.errors).toEqual([]);
});
