// Consent: read in from a dataset's columns, seen as bars, asked again by a list, found for one person, taken back.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE');
const states = [
  ['granted', 30],
  ['granted', 400],
  ['granted', 800],
  ['withdrawn', 20],
  ['pending', 10],
  ['', 0],
] as const;
const header = 'customer_id,email,city,total_spent,consent_status,consent_date,date_of_birth';
/** Invented people: ten of each standing. */
const people = Array.from({ length: 60 }, (_, at) => {
  const [state, days] = states[at % states.length]!;
  const date = state === '' ? '' : ago(days + Math.floor(at / 6));
  return `K-${1000 + at},p${at}@example.org,${at % 2 === 0 ? 'Bonn' : 'Ghent'},${10 + at}.50,${state},${date},19${60 + (at % 30)}-02-03`;
});

test('consent is read in, shown, listed to ask again, found for one person, and taken back', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, `${[header, ...people].join('\n')}\n`);
  await goTo(page, 'Consent');
  await expect(page.getByRole('heading', { name: 'Nobody’s consent is in the ledger yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Read consent in…' }).click();
  const form = page.getByRole('form', { name: 'Read consent in' });
  await expect(form.getByRole('combobox', { name: /^Column that names a person/ })).toHaveValue('customer_id');
  await form.getByRole('combobox', { name: 'For which purpose' }).click();
  await page.getByRole('option', { name: /^P2 / }).click();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Read in', exact: true }).click();

  const bar = page.getByRole('region', { name: /^Where people stand for Attract and keep/ });
  await expect(bar).toContainText('usable 20 of 60', { timeout: 60_000 });
  await expect(bar.getByRole('listitem').filter({ hasText: 'past its end' })).toContainText('10');
  await expect(bar.getByRole('listitem').filter({ hasText: 'unknown' })).toContainText('10 nothing is known of them');
  // What said nothing is told row by row.
  await expect(page.getByText(/^Rows 6, 12, 18, 24, 30 and 5 more: It says neither yes nor no\./)).toBeVisible();
  await expect(page.getByRole('table', { name: /month in which they end/ })).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'consent-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'consent-dark');
  await useTheme(page, 'light');

  const list = await custos.answerSaveDialog('ask again.csv');
  await page.getByRole('button', { name: 'List to ask again…' }).click();
  await expect(page.getByText(/^30 people of 60 rows listed in “ask again.csv”/)).toBeVisible({ timeout: 60_000 });
  expect(readFileSync(list, 'utf8').trim().split('\r\n')).toHaveLength(31);
  const [entry] = entriesLike(workspace, 'consent.people-listed');
  expect(entry!.payload).toMatchObject({ people: 30, stillValid: 20, refused: 10, fileName: 'ask again.csv' });
  const calendar = await custos.answerSaveDialog('due.ics');
  await page.getByRole('button', { name: 'Save as calendar…' }).click();
  await expect(page.getByText(/saved to due.ics/)).toBeVisible();
  expect(readFileSync(calendar, 'utf8')).toContain('BEGIN:VEVENT');

  await page.getByRole('button', { name: 'Keep in the log' }).click();
  await expect(page.getByText(/^Checked on .*, due again on /)).toBeVisible();
  expect(entriesLike(workspace, 'consent.checked')[0]!.payload).toMatchObject({ people: { valid: 20 } });

  await page.getByRole('textbox', { name: /^Customer number/ }).fill('K-1000');
  await page.getByRole('textbox', { name: /^Customer number/ }).press('Enter');
  await expect(page.getByRole('table', { name: 'Events, the newest first' })).toContainText('given');
  expect(JSON.stringify(entriesLike(workspace, 'consent.%'))).not.toMatch(/K-1000|@example/);

  // A withdrawal from a file: everybody in it is out of the usable ones.
  const file = join(custos.folder, 'withdrawals.csv');
  writeFileSync(
    file,
    `customer_id,consent_status,consent_date\nK-1000,widerrufen,${ago(0)}\nX-9,widerrufen,${ago(0)}\n`,
  );
  await custos.answerOpenDialog(file);
  await page.getByRole('button', { name: 'Read consent in…' }).click();
  await form.getByRole('combobox', { name: 'From', exact: true }).click();
  await page.getByRole('option', { name: /consent list/ }).click();
  await form.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(form).toContainText('withdrawals.csv');
  await form.getByRole('combobox', { name: 'For which purpose' }).click();
  await page.getByRole('option', { name: /^P2 / }).click();
  await form.getByRole('button', { name: 'Read in', exact: true }).click();
  await expect(bar).toContainText('usable 19 of 60', { timeout: 60_000 });
  await expect(page.getByText(/1 person of the source is not in the dataset/)).toBeVisible();
  expect(entriesLike(workspace, 'consent.recorded')).toHaveLength(2);

  // A file about other people is refused in a sentence, and changes nothing.
  writeFileSync(file, `customer_id,consent_status,consent_date\nX-9,yes,${ago(0)}\n`);
  await custos.answerOpenDialog(file);
  await page.getByRole('button', { name: 'Read consent in…' }).click();
  await form.getByRole('combobox', { name: 'From', exact: true }).click();
  await page.getByRole('option', { name: /consent list/ }).click();
  await form.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(form).toContainText('withdrawals.csv');
  await form.getByRole('combobox', { name: 'For which purpose' }).click();
  await page.getByRole('option', { name: /^P2 / }).click();
  await form.getByRole('button', { name: 'Read in', exact: true }).click();
  await expect(page.getByText(/consent file for other people/)).toBeVisible({ timeout: 60_000 });
  expect(entriesLike(workspace, 'consent.recorded')).toHaveLength(2);
  expect(custos.errors).toEqual([]);
});
