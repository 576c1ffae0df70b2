// The accuracy of a dataset, and what is due: checked, settled, held against its source, put aside, in a calendar.
import { readFileSync } from 'node:fs';
import { readIcs, valueOf } from '../support/read-ics.ts';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { goTo, trySample } from './support/window.ts';

test('checks a dataset, settles what was found, and has it due again', async ({ custos }) => {
  const { page, errors } = custos;
  await trySample(custos);
  await page.getByRole('tab', { name: 'Quality' }).click();
  await expect(page.getByText(/checks follow from what the columns hold\. None was run yet/)).toBeVisible();
  await page.getByRole('button', { name: 'Check quality' }).click();
  const findings = page.getByRole('table', { name: 'Findings, open ones first' });
  const phones = findings.getByRole('row', { name: /“phone” is written in one way/ });
  await expect(phones).toContainText(/failed.*4,273 of 8,751 rows/, { timeout: 60_000 });
  await expect(phones).toContainText('Masked: ');
  await expectAccessible(page);
  await keepPicture(page, 'quality-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'quality-dark');
  await useTheme(page, 'light');
  await phones.getByRole('button', { name: /^Settle/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'accepted as it is' }).check();
  await dialog.getByRole('textbox', { name: /Why/ }).fill('National forms are dialled from here');
  await dialog.getByRole('button', { name: 'Enter' }).click();
  await expect(phones).toContainText('accepted: National forms are dialled from here');
  await expect(phones.getByRole('button', { name: /^Settle/ })).toHaveCount(0);

  await page.getByRole('textbox', { name: 'Rows', exact: true }).fill('3');
  await page.getByRole('button', { name: 'Draw rows' }).click();
  const marks = page.getByRole('radiogroup', { name: /What the source says of row/ });
  await expect(marks).toHaveCount(3);
  for (const [at, mark] of ['Right', 'Wrong', 'Right'].entries()) await marks.nth(at).getByText(mark).click();
  await page.getByRole('button', { name: 'Enter 3 of 3' }).click();
  await expect(page.getByRole('list', { name: 'Samples so far' })).toContainText(/1 of 3 rows wrong: 33/);
  expect(errors).toEqual([]);
});

test('shows what is due at the start, puts a task aside with a key, and saves the calendar', async ({ custos }) => {
  const { page, errors } = custos;
  await trySample(custos);
  await goTo(page, 'Home');
  const due = page.getByRole('list', { name: 'What is due, the earliest first' });
  const task = due.getByRole('listitem').filter({ hasText: 'Check the quality of the dataset' });
  await expect(task).toContainText('14 d left');
  await expectAccessible(page);
  await keepPicture(page, 'home-due-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'home-due-dark');
  await useTheme(page, 'light');
  const calendar = await custos.answerSaveDialog('due.ics');
  await page.getByRole('button', { name: 'Calendar…' }).click();
  await expect(page.getByText(/saved to due\.ics/)).toBeVisible();
  const titles = readIcs(readFileSync(calendar)).children.map((event) => valueOf(event, 'SUMMARY'));
  expect(titles.some((title) => title?.endsWith('Check the quality of the dataset'))).toBe(true);

  await task.getByRole('button', { name: /^Go/ }).focus();
  await page.keyboard.press('.');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Why/ }).fill('The sample is nobody’s');
  await dialog.getByRole('button', { name: 'Put aside' }).click();
  await expect(task).toHaveCount(0);
  await expect(page.getByText('1 task put aside')).toBeVisible();
  expect(errors).toEqual([]);
});
