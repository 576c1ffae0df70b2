// The main job in a real window: sample → classify → recipe → run → register, read back from the written files.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readCsv } from '#test/support/read-csv.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, goToHistory, trySample } from './support/window.ts';

test('Try the sample → Classify → Recipe → Run → Register', async ({ custos }) => {
  test.setTimeout(240_000);
  const { page } = custos;
  await trySample(custos);

  await goTo(page, 'Classify');
  await page.getByRole('button', { name: 'Accept many' }).click();
  await page.getByRole('menuitem', { name: /^Certain \(/ }).click();
  await expect(page.getByText(/of 60 decided/)).not.toHaveText('0 of 60 decided');

  await goTo(page, 'Recipe');
  await page.getByRole('button', { name: 'Recommend recipe' }).first().click();
  const strip = page.getByRole('region', { name: 'Where the dataset stands' });
  await expect(strip.getByRole('group', { name: 'Smallest group' })).toContainText(/k = [5-9]|k = \d\d/, {
    timeout: 120_000,
  });
  await expect(strip).toContainText('with the recipe');

  await goTo(page, 'Release');
  await expect(page.getByRole('heading', { name: 'Before it is written' })).toBeVisible({ timeout: 60_000 });
  const path = await custos.answerSaveDialog('segments.csv');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /segments\.csv: written and registered/ })).toBeVisible({
    timeout: 120_000,
  });
  await expectAccessible(page);

  // What the window says, held against the file and its certificate.
  const written = readFileSync(path);
  const sha256 = createHash('sha256').update(written).digest('hex');
  await expect(page.getByText(sha256).first()).toBeVisible();
  const certificate = JSON.parse(readFileSync(`${path}.certificate.json`, 'utf8'));
  expect(certificate.output.sha256).toBe(sha256);
  expect(certificate.label).toBe('anonymised');
  const { header, rows } = readCsv(written.toString('utf8'));
  expect(rows).toHaveLength(certificate.rows.out);
  const at = (certificate.measured.quasiIdentifiers as string[]).map((name) => header.indexOf(name));
  expect(at.length).toBeGreaterThan(1);
  expect(at).not.toContain(-1);
  const sizes = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(at.map((index) => row[index]));
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  expect(Math.min(...sizes.values())).toBe(certificate.measured.k);
  expect(certificate.measured.k).toBeGreaterThanOrEqual(5);
  expect(written.toString('utf8')).not.toContain('@example');

  // The certificate can be read where it was made.
  await page.getByRole('button', { name: 'Certificate of segments.csv' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Certificate of segments.csv' });
  await expect(dialog).toContainText('The signature fits');
  await expect(dialog).toContainText(sha256);
  await page.keyboard.press('Escape');

  await goToHistory(page);
  const entries = page.getByRole('listbox', { name: 'Entries of the register, newest first' });
  await entries
    .getByRole('option', { name: / released / })
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(sha256);
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/^The register verifies: \d+ entries/)).toBeVisible();
  expect(custos.errors).toEqual([]);
});
