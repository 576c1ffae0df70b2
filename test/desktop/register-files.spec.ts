// The register of processing as a file, out of the window and in again: what is pressed is read back from the file.
import ExcelJS from 'exceljs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, openDataset } from './support/window.ts';

const register = [
  'Register of Fallow & Finch,,,,,',
  'Reference,Processing activity,Purpose of processing,Categories of individuals,Recipients,Mood',
  'HR-1,Payroll,Pay staff,Employees,Host Ltd,calm',
  'HR-2,Hiring,Find staff,Applicants,Agency Ltd,',
];

/** The register screen of a workspace with one small dataset. */
async function registerScreen(custos: Parameters<typeof openDataset>[0]): Promise<Page> {
  const { page } = custos;
  const file = join(custos.folder, 'people.csv');
  writeFileSync(file, `email,city\n${Array.from({ length: 20 }, (_, at) => `p${at}@example.org,Bonn`).join('\n')}\n`);
  await openDataset(custos, file);
  await goTo(page, 'Register');
  await expect(page.getByRole('button', { name: 'Import register…' })).toBeVisible();
  // The heads, and the draft that was made of the import.
  await expect(rowsOf(page)).toHaveCount(2);
  return page;
}

const rowsOf = (page: Page) => page.getByRole('table', { name: /^Activities/ }).getByRole('row');

test('a register that was kept elsewhere is looked at, taken in, and known when it comes again', async ({ custos }) => {
  const page = await registerScreen(custos);
  const before = await rowsOf(page).count();
  const file = join(custos.folder, 'old.csv');
  writeFileSync(file, `${register.join('\n')}\n`);
  await custos.answerOpenDialog(file);
  await page.getByRole('button', { name: 'Import register…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import register' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await expect(dialog.getByText('2 new processing activities', { exact: false })).toBeVisible();
  const list = dialog.getByRole('table', { name: 'What becomes of the file, row by row' });
  await expect(list.getByRole('row').filter({ hasText: 'Payroll' })).toContainText('a new draft');
  await expectAccessible(page);
  await keepPicture(page, 'register-import');
  await dialog.getByText('Without a place 1').click();
  await expect(list.getByRole('row').filter({ hasText: 'Mood: calm' })).toContainText('no such heading');
  // A column that no field is known for is named, and goes where the person says.
  await expect(dialog.getByText('1 column has no field and is not taken in', { exact: false })).toBeVisible();
  await dialog.getByText('Columns 6').click();
  const columns = dialog.getByRole('table', { name: 'What becomes of each column' });
  await expect(columns.getByRole('row').filter({ hasText: 'Mood' })).toContainText('no such heading is known');
  await expectAccessible(page);
  await keepPicture(page, 'register-import-columns');
  const field = columns.locator('input[aria-label="Field of Mood"]');
  await field.click();
  await page.getByRole('option', { name: 'Security measures', exact: true }).click();
  await expect(columns.getByRole('row').filter({ hasText: 'Mood' })).not.toContainText('no such heading');
  await expect(field).toHaveValue('Security measures');
  await field.click();
  await page.getByRole('option', { name: 'As it was found' }).click();
  await expect(columns.getByRole('row').filter({ hasText: 'Mood' })).toContainText('no such heading is known');
  // Nothing is taken in before the button says so.
  await expect(rowsOf(page)).toHaveCount(before);
  await dialog.getByRole('button', { name: /^Take in \d+ drafts$/ }).click();
  await expect(dialog.getByText('2 processing activities and', { exact: false })).toBeVisible();

  const report = await custos.answerSaveDialog('report.csv');
  await dialog.getByRole('button', { name: 'Save report…' }).click();
  await expect.poll(() => (existsSync(report) ? readFileSync(report, 'utf8') : '')).toContain('Mood,calm,');
  await dialog.getByRole('button', { name: 'Show activities' }).click();
  await expect(rowsOf(page)).toHaveCount(before + 2);
  await expect(rowsOf(page).filter({ hasText: 'Payroll' })).toContainText('draft');

  // The same file again, with another purpose in it: known, left alone, or brought up to date.
  writeFileSync(file, `${register.join('\n').replace('Employees', 'Employees and contractors')}\n`);
  await custos.answerOpenDialog(file);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import register');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await expect(dialog.getByRole('button', { name: 'Nothing to take in' })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Bring up to date in drafts' }).check();
  await expect(list.getByRole('row').filter({ hasText: 'Payroll' })).toContainText('a draft brought up to date');
  await keepPicture(page, 'register-import-again');
  await dialog.getByRole('button', { name: 'Take in 1 draft' }).click();
  await dialog.getByRole('button', { name: 'Show activities' }).click();
  await expect(rowsOf(page)).toHaveCount(before + 2);
});

test('a file that is no register is refused with one sentence, and nothing is drafted', async ({ custos }) => {
  const page = await registerScreen(custos);
  const before = await rowsOf(page).count();
  for (const [name, content, said] of [
    ['wrong.csv', 'Date,Amount\n2026-01-01,3\n', 'has the headings of none of the layouts'],
    ['other.jsonld', '{"@context":"https://example.invalid/c","@graph":[]}', 'only the DPV 2.3 context'],
  ] as const) {
    writeFileSync(join(custos.folder, name), content);
    await custos.answerOpenDialog(join(custos.folder, name));
    await page.getByRole('button', { name: 'Import register…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import register' });
    await dialog.getByRole('button', { name: 'Choose file…' }).click();
    await expect(dialog.getByRole('alert')).toContainText(said);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await expect(rowsOf(page)).toHaveCount(before);
});

test('the register goes out in the columns of an authority, by the keyboard alone', async ({ custos }) => {
  const page = await registerScreen(custos);
  const target = await custos.answerSaveDialog('register.xlsx');
  await page.getByRole('button', { name: 'Export register…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export register' });
  await expect(dialog.getByRole('button', { name: 'Export register' })).toBeFocused();
  await expectAccessible(page);
  await useTheme(page, 'dark');
  await keepPicture(page, 'register-export-dark');
  await useTheme(page, 'light');
  await keepPicture(page, 'register-export');
  await dialog.getByRole('button', { name: 'Export register' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(target);
  const texts = JSON.stringify(book.getWorksheet('Controller')?.getSheetValues());
  expect(texts).toContain('Purpose of processing');
  expect(texts).toContain('PA-001');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const pages = await custos.answerSaveDialog('register.pdf');
  await page.getByRole('button', { name: 'Export register…' }).click();
  await dialog
    .getByRole('combobox', { name: 'As what' })
    .or(dialog.getByRole('textbox', { name: 'As what' }))
    .first()
    .click();
  await page.getByRole('option', { name: 'PDF' }).click();
  await dialog.getByRole('button', { name: 'Export register' }).click();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 60_000 });
  expect(readFileSync(pages).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the activities are narrowed, the view is kept, and one of them is printed', async ({ custos }) => {
  const page = await registerScreen(custos);
  const file = join(custos.folder, 'old.csv');
  writeFileSync(file, `${register.join('\n')}\n`);
  await custos.answerOpenDialog(file);
  await page.getByRole('button', { name: 'Import register…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import register' });
  await dialog.getByRole('button', { name: 'Choose file…' }).click();
  await dialog.getByRole('button', { name: /^Take in \d+ drafts$/ }).click();
  await dialog.getByRole('button', { name: 'Show activities' }).click();
  await expect(rowsOf(page)).toHaveCount(4);

  // A word that stands in no title: who gets the data.
  await page.getByRole('textbox', { name: 'Search in all that is stated' }).fill('agency');
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(rowsOf(page).nth(1)).toContainText('Hiring');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('textbox', { name: 'What it is called' }).fill('Agency');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Search in all that is stated' }).fill('');
  await expect(rowsOf(page)).toHaveCount(4);
  await page.getByRole('checkbox', { name: 'Review overdue' }).check();
  await expect(page.getByRole('heading', { name: 'No record fits' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rowsOf(page)).toHaveCount(4);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Agency', exact: true }).click();
  await expect(rowsOf(page)).toHaveCount(2);
  await keepPicture(page, 'register-view');

  await page.getByRole('button', { name: 'Hiring' }).click();
  const target = await custos.answerSaveDialog('hiring.html');
  await page.getByRole('button', { name: 'Print' }).click();
  await page.getByRole('menuitem', { name: 'Web page (HTML)…' }).click();
  const written = (): string => (existsSync(target) ? readFileSync(target, 'utf8') : '');
  await expect.poll(written).toContain('Agency Ltd');
  expect(written()).not.toContain('Payroll');
});

test('an activity shows its own differences, with one click to the field', async ({ custos }) => {
  const page = await registerScreen(custos);
  await page.getByRole('button', { name: 'people', exact: true }).click();
  const list = page.getByRole('list', { name: 'Differences between data and register' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
  await keepPicture(page, 'register-differences-of-activity');
  await list.getByRole('button', { name: 'Go to the field' }).click();
  await expect(page.locator(':focus')).toBeInViewport();
  await expect(page.locator('[id*="datasets"]:focus-within').first()).toBeVisible();
});
