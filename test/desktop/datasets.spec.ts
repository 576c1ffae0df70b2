// Opening a file and looking at it, as a person does: what was detected, bad rows, masked values, reveals, profile,
// deletion.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, gridCell, openDataset, trySample } from './support/window.ts';

function file(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'custos-datasets-')), name);
  writeFileSync(path, text);
  return path;
}
const people = () =>
  file(
    'people.csv',
    [
      'email;age;postal code;total spent',
      'ana@example.org;34;10115;12.50',
      'bo@example.org;41;20095;3.10',
      'too;few',
      'eve@example.org;29;80331;700.00',
    ].join('\n'),
  );

test('what was detected is shown with its reason and can be changed before anything is imported', async ({
  custos,
}) => {
  const { page } = custos;
  await custos.answerOpenDialog(people());
  await page.getByRole('button', { name: 'Open dataset' }).click();
  const delimiter = page.getByRole('row').filter({ hasText: 'Delimiter' });
  await expect(delimiter).toContainText(/semicolon/i);
  await expect(page.getByRole('columnheader', { name: 'postal code' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Header' }).click();
  await page.getByRole('option', { name: /No names/ }).click();
  await expect(page.getByText('changed by you')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'c1', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No dataset yet' })).toBeVisible();
});

test('bad rows are counted and listed by line; the others are in the grid', async ({ custos }) => {
  const { page } = custos;
  await openDataset(custos, people());
  await expect(gridCell(page, 2, 'c4')).toContainText('700.00');
  await expect(page.getByText('3 rows × 4 columns', { exact: false }).first()).toBeVisible();
  await page.getByRole('tab', { name: /Rejected rows/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'whole row' })).toContainText('4');
  await expectAccessible(page);
});

test('personal values are masked by the engine until one is asked for, and the asking is in the register', async ({
  custos,
}) => {
  const { page } = custos;
  await openDataset(custos, people());
  const cell = gridCell(page, 0, 'c1');
  await expect(cell).toContainText('@');
  await expect(page.getByText('ana@example.org')).toHaveCount(0);
  const entries = async (): Promise<number> =>
    Number(/register: ([\d,]+)/.exec((await page.getByRole('contentinfo').textContent())!)![1]!.replace(',', ''));
  // Rows are on screen before they are classified: workspace, keys, import, classification and the draft of an
  // activity that the import fills are five entries.
  const before = 5;
  await expect.poll(entries).toBe(before);

  /** What a screen reader is told of a cell. */
  const spoken = async (text: string): Promise<string[]> => {
    const { nodes } = await (await custos.app.context().newCDPSession(page)).send('Accessibility.getFullAXTree');
    const named = nodes.flatMap(({ role, name }) => (role?.value === 'gridcell' ? [String(name?.value)] : []));
    return named.filter((name) => name.includes(text));
  };
  expect(await spoken('@')).toEqual(expect.arrayContaining([expect.stringMatching(/^masked /)]));

  await cell.click();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('ana@example.org');
  await expect.poll(() => spoken('ana@example.org')).toEqual([expect.stringMatching(/^revealed /)]);
  await expect(gridCell(page, 1, 'c1')).not.toContainText('bo@example.org');
  await expect.poll(entries).toBe(before + 1);

  await page.getByRole('switch', { name: 'Show this column in clear' }).click({ force: true });
  await expect(gridCell(page, 1, 'c1')).toHaveText('bo@example.org');
  await page.getByRole('switch', { name: 'Show this column in clear' }).click({ force: true });
  await expect(gridCell(page, 1, 'c1')).not.toContainText('bo@example.org');
  await expect.poll(entries).toBe(before + 3);
});

test('the grid is a real grid over the whole sample: sorted and filtered by the engine, walked by keyboard', async ({
  custos,
}) => {
  const { page, errors } = custos;
  await trySample(custos);
  const grid = page.getByRole('grid').or(page.getByRole('treegrid'));
  await expect(grid).toHaveAttribute('aria-label', 'Rows of customers');
  await expect(grid).toHaveAttribute('aria-rowcount', /^10[,.]?00[01]$/);
  await expectAccessible(page);

  await gridCell(page, 0, 'c1').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(
    page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { name: 'full_name' }),
  ).toBeVisible();
  await expect(page.getByText('Different values')).toBeVisible();

  await page.getByRole('columnheader', { name: /customer_id/ }).click();
  await expect(page.getByRole('columnheader', { name: /customer_id/ })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Filter customer_id' }).click();
  await page
    .getByRole('textbox', { name: /filter value/i })
    .first()
    .fill('CU14827');
  await expect(page.getByText(/^1 of 10,000 rows match/)).toBeVisible();
  expect(errors).toEqual([]);
});

test('a thousand columns stay a grid: the last one is read when it is looked at', async ({ custos }) => {
  // Measuring so many columns takes the engine a while on a small machine; what is tried here is the window.
  test.setTimeout(180_000);
  const { page } = custos;
  const columns = Array.from({ length: 1000 }, (_, at) => at + 1);
  await openDataset(
    custos,
    file(
      'wide.csv',
      [
        columns.map((at) => `field ${at}`).join(','),
        ...[1, 2, 3].map((row) => columns.map((at) => `${row}-${at}`).join(',')),
      ].join('\n'),
    ),
    150_000,
  );
  // Whether such values are masked is the classifier's business: their shape tells the columns apart all the same.
  await expect(gridCell(page, 1, 'c1')).toHaveText(/^(2-1|9-9)$/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('field 999');
  await page.getByRole('button', { name: 'field 999' }).click();
  await expect(gridCell(page, 1, 'c999')).toHaveText(/^(2|9)-999$/);
  // Only what is in sight is in the page.
  expect(await page.getByRole('columnheader').count()).toBeLessThan(100);
});

test('a data dictionary is saved, provenance is stated, and a dataset is deleted after asking', async ({ custos }) => {
  const { page } = custos;
  await openDataset(custos, people());
  // A notice takes the place of the one before it.
  await expect(page.getByText('people: 3 rows imported', { exact: false })).toBeVisible();
  const target = await custos.answerSaveDialog('dictionary.csv');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /data dictionary/ }).click();
  await expect(page.getByText('Data dictionary saved as dictionary.csv.')).toBeVisible();
  const dictionary = readFileSync(target, 'utf8');
  expect(dictionary).toContain('postal code');
  expect(dictionary).not.toContain('ana@example.org');

  await page.getByRole('tab', { name: 'About' }).click();
  await page
    .getByRole('textbox', { name: 'Collection channel' })
    .or(page.getByRole('combobox', { name: 'Collection channel' }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Contact forms' }).click();
  await page.getByRole('textbox', { name: 'How people were informed' }).fill('Privacy notice of May 2026');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved and entered in the register.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete dataset…' }).click();
  await expect(page.getByRole('dialog')).toContainText('The original file and the register’s entries stay.');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Delete dataset' })).toBeDisabled();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('imported by mistake');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete dataset' }).click();
  await expect(page.getByRole('heading', { name: 'No dataset yet' })).toBeVisible();
});

test('a file that cannot be read says so in one sentence and leaves the screen as it was', async ({ custos }) => {
  const { page } = custos;
  await custos.answerOpenDialog(file('empty.csv', ''));
  await page.getByRole('button', { name: 'Open dataset' }).click();
  await expect(page.getByRole('alert')).toContainText('The file is empty');
  await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await goTo(page, 'Home');
  await goTo(page, 'Datasets');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No dataset yet' })).toBeVisible();
});

test('an import can be cancelled and leaves nothing behind', async ({ custos }) => {
  const { page } = custos;
  const row = (at: number) => `person${at}@example.org,${at % 90},${10_000 + (at % 80_000)},${at}.5,${'x'.repeat(60)}`;
  await custos.answerOpenDialog(
    file('big.csv', ['email,age,zip,spent,note', ...Array.from({ length: 400_000 }, (_, at) => row(at))].join('\n')),
  );
  await page.getByRole('button', { name: 'Open dataset' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'Importing big.csv' })).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Import cancelled: nothing was kept.')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Importing big.csv' })).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Rows' })).toHaveCount(0);
});
