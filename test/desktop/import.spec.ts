// Before an import: ten rows by which the reading is judged. During and after: nobody is taken from where they are.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { enginePid } from './support/engine-process.ts';
import { expect, test } from './support/one-app.ts';
import { writeZip } from '../support/write-zip.ts';
import { goTo, goToHistory, gridCell, openDataset, resize } from './support/window.ts';

function file(name: string, text: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-import-')), name);
  writeFileSync(path, text);
  return path;
}
const names = ['Jörg', 'Zoë', 'Ana', 'Bo', 'Eve', 'Ida', 'Kai', 'Lou', 'Max', 'Noa', 'Ole', 'Pia'];

test('ten rows are shown before anything is imported: masked, in clear when asked for, and that is an entry', async ({
  custos,
}) => {
  const { page, app } = custos;
  await custos.answerOpenDialog(
    file(
      'leute.zip',
      writeZip({
        'leute.csv': Buffer.from(
          `Vorname;Ort;Umsatz\n${names.map((name, at) => `${name};Köln;${at},50`).join('\n')}\n`,
          'latin1',
        ),
        'orte.csv': 'Stadt;Land\nKöln;DE\n',
      }),
    ),
  );
  await page.getByRole('button', { name: 'Open dataset' }).click();
  await resize(app, 1280, 800);
  const rows = page.getByRole('group', { name: 'First rows as they would be imported' });
  await expect(rows.getByRole('row')).toHaveCount(11);
  await expect(rows).toContainText('9,99');
  await expect(rows).not.toContainText('Jörg');
  await expect(rows).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeInViewport();
  // Nothing is there yet that a strip could speak of.
  await expect(page.getByRole('region', { name: 'Where the dataset stands' })).toHaveCount(0);
  await expectAccessible(page);

  // Of an archive with two tables the larger is read, and the other is one choice away.
  await expect(page.getByText('Read is the largest, “leute.csv”; not read: “orte.csv”.')).toBeVisible();
  await page.getByRole('combobox', { name: 'File in the archive' }).click();
  await page.getByRole('option', { name: 'orte.csv' }).click();
  await expect(rows.getByRole('columnheader', { name: 'Land' })).toBeVisible();
  await page.getByRole('combobox', { name: 'File in the archive' }).click();
  await page.getByRole('option', { name: 'leute.csv' }).click();
  await expect(rows.getByRole('columnheader', { name: 'Umsatz' })).toBeVisible();

  await page.getByRole('switch', { name: 'Show these rows in clear' }).click({ force: true });
  await expect(rows).toContainText('Jörg');
  await expect(rows).toContainText('Noa');
  await expect(rows).not.toContainText('Ole');
  // Read wrongly, it shows: the umlaut is the one thing the person looks at.
  await page.getByRole('combobox', { name: 'Delimiter' }).click();
  await page.getByRole('option', { name: 'Comma ,' }).click();
  await expect(rows).toContainText('Jörg;Köln;0');
  await page.getByRole('combobox', { name: 'Delimiter' }).click();
  await page.getByRole('option', { name: 'Semicolon ;' }).click();
  await expect(rows.getByRole('columnheader', { name: 'Umsatz' })).toBeVisible();

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(gridCell(page, 0, 'c3')).toHaveText(/\S/, { timeout: 60_000 });
  await goToHistory(page);
  await page
    .getByRole('option', { name: /looked at the first \d+ rows of leute\.zip before importing it/ })
    .last()
    .click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('leute.zip');
  await expect(page.getByRole('main')).not.toContainText('Jörg');
});

test('an import that ends while somebody works elsewhere leaves them there, on their dataset', async ({ custos }) => {
  const { page } = custos;
  await openDataset(custos, file('first.csv', 'email,city\na@example.org,Bonn\nb@example.org,Lyon\n'));
  const strip = page.getByRole('region', { name: 'Where the dataset stands' });
  await expect(strip).toBeVisible();
  const row = (at: number) => `person${at}@example.org,${at % 90},${'x'.repeat(40)}`;
  await custos.answerOpenDialog(
    file('second.csv', ['email,age,note', ...Array.from({ length: 150_000 }, (_, at) => row(at))].join('\n')),
  );
  await page.getByRole('button', { name: 'Open dataset' }).first().click();
  await expect(page.getByRole('group', { name: 'First rows as they would be imported' })).toBeVisible();
  await expect(strip).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).not.toContainText('2 rows × 2 columns');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  // However slow the window is, the import is not over before somebody has gone elsewhere.
  const engine = enginePid(custos.app)!;
  process.kill(engine, 'SIGSTOP');
  await goTo(page, 'Classify');
  await expect(page.getByRole('link', { name: 'Classify', exact: true })).toHaveAttribute('aria-current', 'page');
  process.kill(engine, 'SIGCONT');

  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('second: 150,000 rows imported.', { timeout: 80_000 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('first');
  await expect(status).toContainText('2 rows × 2 columns');
  await status.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('second');
  await expect(status).toContainText('150,000 rows × 3 columns');
});

test('what failed stands above the work and covers nothing; several bad files are one line that opens', async ({
  custos,
}) => {
  const { page } = custos;
  await openDataset(custos, file('first.csv', 'email,city\na@example.org,Bonn\nb@example.org,Lyon\n'));
  const drop = (name: string) =>
    page.evaluate((named) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], named));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, name);
  for (const name of ['a.csv', 'b.csv', 'c.csv']) await drop(name);
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices.getByRole('alert')).toHaveCount(1);
  const grid = page.getByRole('grid').or(page.getByRole('treegrid'));
  const [below, above] = [await grid.boundingBox(), await notices.boundingBox()];
  expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y);
  await notices
    .getByRole('button', { name: /^Close/ })
    .last()
    .click();
  await expect(notices).toHaveCount(0);
});

test('other readings of a file are one click each, with the rows that each gives', async ({ custos }, info) => {
  const { page, app } = custos;
  const rows = page.getByRole('group', { name: 'First rows as they would be imported' });
  const ways = page.getByRole('group', { name: 'Ways to read this file' });
  // Names are one short: the first column may have none, or the last.
  const lines = names.map((name, at) => `${at + 1},${name},${name.toLowerCase()}@example.org,${20 + at}`);
  await custos.answerOpenDialog(file('shifted.csv', `first_name,email,age\n${lines.join('\n')}\n`));
  await page.getByRole('button', { name: 'Open dataset' }).click();
  await resize(app, 1280, 800);
  const first = ways.getByRole('button', { name: 'As detected' });
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(rows.getByRole('columnheader').first()).toHaveText('unnamed_1');
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    await page.screenshot({ path: info.outputPath(`other-readings-${theme}.png`) });
  }
  await useTheme(page, 'light');
  await ways.getByRole('button', { name: /without a name last/ }).click();
  await expect(rows.getByRole('columnheader').first()).toHaveText('first_name');
  await expect(rows.getByRole('row')).toHaveCount(11);
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await expectAccessible(page);
  await first.click();
  await expect(rows.getByRole('columnheader').first()).toHaveText('unnamed_1');
});
