// The end of a Run: a page of its own that says where the file lies, what it may be called, and where the proof is.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test, type Custos } from './support/one-app.ts';
import { goTo, openDataset, resize, useRecipe } from './support/window.ts';

const rows = (many: number): string[] =>
  Array.from(
    { length: many },
    (_, at) => `person${at}@example.org,${['Bonn', 'Lyon', 'Turin'][at % 3]},${20 + (at % 3)}`,
  );
function people(many: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-release-')), 'people.csv');
  // As spreadsheets in half of Europe write it: a release can go the same way.
  writeFileSync(path, ['email,city,visits', ...rows(many)].join('\r\n').replaceAll(',', ';'));
  return path;
}

/** A recipe as a file: drops the addresses; `more` are further steps. */
function recipeFile(custos: Custos, release: string, k: number, more: [op: string, settings: object][] = []): string {
  const path = join(custos.folder, `${release}.recipe.json`);
  const step = (op: string, settings: object) => ({
    op,
    version: 1,
    settings,
    reason: 'Tried in a test.',
    enabled: true,
  });
  writeFileSync(
    path,
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release,
      referenceDate: '2026-11-01',
      target: { k, suppression: 0.05 },
      steps: [step('drop-columns', { columns: ['email'] }), ...more.map(([op, settings]) => step(op, settings))],
    }),
  );
  return path;
}

test('a Run ends on a page of its own: the path, the folder, the certificate to print, the entry', async ({
  custos,
}) => {
  const { page, app } = custos;
  await openDataset(custos, people(90));
  await useRecipe(custos, recipeFile(custos, 'pseudonymised', 5));
  await goTo(page, 'Release');
  await expect(page.getByRole('checkbox', { name: 'Keep the order of the rows' })).toBeEnabled();
  const recipient = page.getByRole('combobox', { name: 'Recipient' });
  await expect(recipient).toHaveValue('');
  await recipient.fill('Agency Nord');
  await page.getByRole('checkbox', { name: 'Delimiter, encoding and line ends as in the source' }).check();
  const target = await custos.answerSaveDialog('towns.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const title = page.getByRole('heading', { level: 1, name: /towns\.csv: written and registered/ });
  await expect(title).toBeFocused({ timeout: 60_000 });
  const written = readFileSync(target, 'utf8');
  expect(written).toMatch(/^city;visits\r\n/);
  expect(written).toContain('Bonn');
  expect(written).not.toContain('@example.org');

  // At the smallest size named in the design nothing of it lies below the fold.
  await resize(app, 1280, 800);
  for (const name of [
    'Show in folder',
    'Copy path',
    'Certificate of towns.csv',
    /^Register entry/,
    'Open next month’s file',
  ])
    await expect(page.getByRole('button', { name }).first()).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(target)).toBeInViewport();
  await expect(page.getByRole('region', { name: 'May be called' })).toContainText('pseudonymised, still personal data');
  // Said once on the page, however often it is true.
  await expect(page.getByRole('main').getByText('Releases of this workspace')).toBeVisible();
  expect((await page.getByRole('main').textContent())!.match(/still personal data/gi)).toHaveLength(1);
  await expectAccessible(page);

  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => void (process.env.CUSTOS_SHOWN = path);
  });
  await page.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(() => app.evaluate(() => process.env.CUSTOS_SHOWN)).toBe(target);

  for (const [item, file, starts] of [
    ['PDF on A4 paper…', 'certificate.pdf', '%PDF-'],
    ['Web page (HTML)…', 'certificate.html', '<!doctype html>'],
  ] as const) {
    const printed = await custos.answerSaveDialog(file);
    await page.getByRole('button', { name: 'Print…' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByText(`Certificate saved as ${file}.`)).toBeVisible();
    expect(readFileSync(printed, 'latin1').slice(0, starts.length)).toBe(starts);
  }
  const page1 = readFileSync(join(custos.folder, 'certificate.html'), 'utf8');
  for (const said of ['pseudonymised, still personal data', 'towns.csv', '1 of ']) expect(page1).toContain(said);
  expect(page1).not.toContain('<script');

  const entry = page.getByRole('button', { name: /^Register entry/ });
  const number = /\d+/.exec((await entry.textContent())!)![0];
  await entry.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(`Entry ${number}`);
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('towns.csv');

  await goTo(page, 'Release');
  await expect(title).toBeVisible();
  await page.getByRole('button', { name: 'Back to the checks' }).click();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
});

test('a Run that is refused says what stood against it, and a file of that name is as it was', async ({ custos }) => {
  const { page } = custos;
  await openDataset(custos, people(9));
  await useRecipe(
    custos,
    recipeFile(custos, 'anonymised', 500, [['suppress-small-classes', { columns: ['city', 'visits'] }]]),
  );
  await goTo(page, 'Release');
  // Rows in the source's order would be matched by counting.
  await expect(page.getByRole('checkbox', { name: 'Keep the order of the rows' })).toBeDisabled();
  const target = await custos.answerSaveDialog('towns.csv');
  writeFileSync(target, 'what was there before');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /towns\.csv: not written/ })).toBeFocused({
    timeout: 60_000,
  });
  await expect(page.getByRole('alert')).toContainText('Nothing was written.');
  expect(readFileSync(target, 'utf8')).toBe('what was there before');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Register entry/ }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Release refused');
});

test('a Run that ends while somebody is elsewhere leaves them there and says so in the status bar', async ({
  custos,
}) => {
  const { page } = custos;
  await openDataset(custos, people(60_000));
  await useRecipe(custos, recipeFile(custos, 'pseudonymised', 5));
  await goTo(page, 'Release');
  await custos.answerSaveDialog('towns.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await goTo(page, 'Register');
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('towns.csv: written and registered', { timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible();
  await status.getByRole('button', { name: 'Show the result' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /towns\.csv: written and registered/ })).toBeFocused();
});
