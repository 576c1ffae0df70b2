// A request: logged, found, decided, its copy written, answered; an erasure with its dates; a search that finds nobody.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { entriesLike, savedWorkspace } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE');
const people = ['customer_id,email,city,zq', 'K-1001,ada@example.org,Bonn,jw', 'K-1002,bo@example.org,Ghent,qk'];

/** Logs a request of a kind for whoever a value names, and gets it as far as its decision. */
async function decidable(page: Page, kind: RegExp, value: string, ref: string) {
  await page.getByRole('button', { name: 'Log a request' }).click();
  const form = page.getByRole('form', { name: 'Log a request' });
  await form.getByRole('combobox', { name: 'What is asked for' }).click();
  await page.getByRole('option', { name: kind }).click();
  await form.getByRole('textbox', { name: 'What names them in the data' }).fill(value);
  await form.getByRole('button', { name: 'Log it' }).click();
  const request = page.getByRole('region', { name: new RegExp(`^${ref} `) });
  await request.getByRole('textbox', { name: 'Why it is certain' }).fill('Wrote from the address that we have');
  await request.getByRole('button', { name: 'Identity is shown' }).click();
  await request.getByRole('button', { name: 'Next: Find' }).click();
  await request.getByRole('button', { name: 'Look for them' }).click();
  await expect(request.getByRole('table', { name: 'Where the person was found' })).toContainText('email', {
    timeout: 60_000,
  });
  await request.getByRole('button', { name: 'Next: Decide' }).click();
  return request;
}

test('a request is logged, worked through its stages by keys, and closed; its clock stops', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, `${people.join('\n')}\n`);
  await goTo(page, 'Requests');
  await expect(page.getByRole('heading', { name: 'No request is kept yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Log a request' }).click();
  const form = page.getByRole('form', { name: 'Log a request' });
  await form.getByLabel('Came in on').fill(ago(26));
  await form.getByRole('combobox', { name: 'Holidays of' }).fill('Germany');
  await page.getByRole('option', { name: 'Germany' }).click();
  await form.getByRole('textbox', { name: 'Who asks' }).fill('Ada Lovelace');
  await form.getByRole('textbox', { name: 'What names them in the data' }).fill('ada@example.org\nK-1001');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Log it' }).click();

  const request = page.getByRole('region', { name: 'R-1 Access (Art. 15)' });
  await expect(request).toContainText(/Answer the request for access by .*(left|today)/);
  await request.getByText('Why this day').click();
  await expect(request).toContainText('1 month after');
  await request.getByRole('textbox', { name: 'Why it is certain' }).fill('Wrote from the address that we have');
  await request.getByRole('button', { name: 'Identity is shown' }).click();
  await request.getByRole('button', { name: 'Next: Find' }).click();
  // Pressed twice, as an impatient hand does: looked for once.
  await request.getByRole('button', { name: 'Look for them' }).dblclick();
  const found = request.getByRole('table', { name: 'Where the person was found' });
  await expect(found).toContainText('email', { timeout: 60_000 });
  await expect(found).not.toContainText('ada@example.org');
  expect(entriesLike(workspace, 'subject.searched')).toHaveLength(1);
  await expectAccessible(page);
  await keepPicture(page, 'requests-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'requests-dark');
  await useTheme(page, 'light');

  await page.locator('h1').click();
  await page.keyboard.press('3');
  await request.getByRole('button', { name: 'Decide', exact: true }).last().click();
  await request.getByRole('button', { name: 'Next: Do' }).click();
  const copy = await custos.answerSaveDialog('copy.html');
  await request.getByRole('button', { name: 'Write the copy…' }).click();
  await expect(request.getByRole('list', { name: 'What was done' })).toContainText('copy.html', { timeout: 60_000 });
  expect(readFileSync(copy, 'utf8')).toContain('K-1001');
  // What a column is called by us where nothing tells what it is says nothing to the person.
  expect(readFileSync(copy, 'utf8').replace(/<[^>]+>/g, ' ')).toMatch(/zq\s+jw/);
  const machine = await custos.answerSaveDialog('copy.json');
  await request.getByRole('button', { name: 'Write the copy…' }).click();
  await expect(request.getByRole('list', { name: 'What was done' })).toContainText('copy.json', { timeout: 60_000 });
  expect(JSON.parse(readFileSync(machine, 'utf8'))).toMatchObject({
    datasets: [{ records: [{ customer_id: 'K-1001', email: 'ada@example.org' }] }],
  });

  await page.locator('h1').click();
  await page.keyboard.press('6');
  const letter = await custos.answerSaveDialog('answer.txt');
  await request.getByRole('button', { name: 'Write a letter' }).click();
  await page.getByRole('menuitem', { name: 'Answer' }).click();
  await expect(page.getByText(/answer.txt written, as a draft/)).toBeVisible();
  expect(readFileSync(letter, 'utf8')).toMatch(/Dear Ada Lovelace,[\s\S]*copy\.html/);
  await request.getByRole('button', { name: 'Close the request' }).click();
  await expect(request).toContainText('No clock runs: the person is answered.');
  const [answered] = entriesLike(workspace, 'request.answered');
  expect(answered!.payload).toMatchObject({ ref: 'R-1', outcome: 'granted', lateBy: 0 });
  expect(JSON.stringify(entriesLike(workspace, 'request.%'))).not.toMatch(/Lovelace|example\.org|K-1001|Wrote from/);

  // An erasure that a law lets keep a column.
  const erasure = await decidable(page, /^Erasure/, 'bo@example.org', 'R-2');
  await erasure.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: /in part/ }).click();
  await erasure.getByRole('combobox', { name: 'On which ground' }).click();
  await page.getByRole('option', { name: /^A law demands/ }).click();
  await erasure.getByRole('textbox', { name: /^Why \(the person/ }).fill('Tax law.');
  await erasure.getByRole('checkbox', { name: /^Keep what is in/ }).check();
  await erasure.getByRole('textbox', { name: /^Why what is in/ }).fill('tax law, until 2034');
  await erasure.getByRole('combobox', { name: /^Columns that stay/ }).click();
  await page.getByRole('option', { name: 'customer_id' }).click();
  await page.keyboard.press('Escape');
  await erasure.getByRole('button', { name: 'Decide', exact: true }).last().click();
  await expect(erasure).toContainText('(DPV: justifications:LegalObligationImpaired)');
  await erasure.getByRole('button', { name: 'Next: Do' }).click();
  await erasure.getByRole('button', { name: 'Erase them…' }).click();
  const sure = page.getByRole('dialog');
  await sure.getByRole('checkbox').check();
  await sure.getByRole('button', { name: 'Erase them' }).click();
  await expect(erasure.getByRole('button', { name: 'Erase what came in since…' })).toBeVisible({ timeout: 60_000 });
  expect(entriesLike(workspace, 'subject.erased')[0]!.payload).toMatchObject({
    rows: 0,
    kept: [{ rows: 1, columns: 1, emptied: ['email', 'city', 'zq'], ground: 'legal-obligation' }],
  });
  await page.getByRole('button', { name: 'Take somebody off…' }).click();
  const off = page.getByRole('dialog', { name: 'Take somebody off' });
  await off.getByRole('textbox', { name: 'A value by which they were put on it' }).fill('bo@example.org');
  await off.getByRole('textbox', { name: /^Why/ }).fill('agreed again');
  await off.getByRole('button', { name: 'Take off' }).click();
  await expect(page.getByRole('button', { name: 'Take somebody off…' })).toBeHidden({ timeout: 20_000 });
  expect(entriesLike(workspace, 'suppression.removed')).toHaveLength(1);

  // An objection to advertising, of somebody found nowhere: nothing is weighed, and it is kept without them.
  await page.getByRole('button', { name: 'Log a request' }).click();
  await form.getByRole('combobox', { name: 'What is asked for' }).click();
  await page.getByRole('option', { name: /^Objection to advertising/ }).click();
  await form.getByRole('textbox', { name: 'What names them in the data' }).fill('eve@example.org');
  await form.getByRole('button', { name: 'Log it' }).click();
  const objection = page.getByRole('region', { name: /^R-3 Objection to advertising/ });
  await expect(objection).toContainText(/Stop advertising by .*due today/);
  await objection.getByRole('textbox', { name: 'Why it is certain' }).fill('Wrote from the address that we have');
  await objection.getByRole('button', { name: 'Identity is shown' }).click();
  await objection.getByRole('button', { name: 'Next: Find' }).click();
  await objection.getByRole('button', { name: 'Look for them' }).click();
  await expect(objection).toContainText(/Nothing about them was found in \d+ places: entry \d+ is the proof/, {
    timeout: 60_000,
  });
  await objection.getByRole('button', { name: 'Next: Decide' }).click();
  await objection.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: 'Refused' }).click();
  await objection.getByRole('combobox', { name: 'On which ground' }).click();
  await expect(page.getByRole('option', { name: /^Manifestly unfounded/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /Compelling legitimate grounds|Art\. 17/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await objection.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: 'Granted', exact: true }).click();
  await objection.getByRole('button', { name: 'Decide', exact: true }).last().click();
  await objection.getByRole('button', { name: 'Next: Do' }).click();
  await objection.getByRole('button', { name: 'Put them on the suppression list' }).click();
  await expect(objection.getByRole('list', { name: 'What was done' })).toContainText('Kept on the suppression list');
  await objection.getByRole('textbox', { name: 'What was stopped, and where' }).fill('The newsletter');
  await objection.getByRole('button', { name: 'It has ended' }).click();
  await expect(objection).not.toContainText(/Stop advertising by .*due today/);
  expect(entriesLike(workspace, 'suppression.added').length).toBeGreaterThan(0);
  expect(custos.errors).toEqual([]);
});

test('data are put right in the dataset; a refusal has its reason, and its record goes before its time', async ({
  custos,
}) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos, `${people.join('\n')}\n`);
  await goTo(page, 'Requests');
  const wrong = await decidable(page, /^Rectification/, 'ada@example.org', 'R-1');
  await wrong.getByRole('button', { name: 'Extend…' }).click();
  const longer = page.getByRole('dialog', { name: 'Extend the time by two months' });
  await longer.getByRole('textbox', { name: 'Reason' }).fill('Three systems to look through');
  await longer.getByRole('button', { name: 'Extend', exact: true }).click();
  await expect(longer).toHaveCount(0);
  expect(entriesLike(workspace, 'request.extended')).toHaveLength(1);
  await wrong.getByRole('button', { name: 'Decide', exact: true }).last().click();
  await wrong.getByRole('button', { name: 'Next: Do' }).click();
  await wrong.getByRole('combobox', { name: 'Column' }).click();
  await page.getByRole('option', { name: 'city', exact: true }).click();
  await wrong.getByRole('textbox', { name: /^What it is to say/ }).fill('Aachen');
  await wrong.getByRole('button', { name: 'Put it right' }).click();
  await expect(wrong.getByRole('list', { name: 'What was done' })).toContainText('Put right', { timeout: 60_000 });
  expect(entriesLike(workspace, 'dataset.rewritten')[0]!.payload).toMatchObject({ cause: 'rectification' });

  const refused = await decidable(page, /^Restriction/, 'bo@example.org', 'R-2');
  await refused.getByRole('combobox', { name: 'Decision' }).click();
  await page.getByRole('option', { name: 'Refused' }).click();
  await refused.getByRole('combobox', { name: 'On which ground' }).click();
  await page.getByRole('option', { name: /^Manifestly unfounded/ }).click();
  await refused.getByRole('textbox', { name: /^Why \(the person/ }).fill('The tenth within a week');
  await refused.getByRole('button', { name: 'Decide', exact: true }).last().click();
  await expect(refused).toContainText('Refused, on');
  await refused.getByRole('button', { name: 'Next: Answer' }).click();
  await refused.getByRole('checkbox', { name: /complain to the authority/ }).check();
  await refused.getByRole('button', { name: 'Close the request' }).click();
  await expect(refused).toContainText('No clock runs: the person is answered.');
  await expectAccessible(page);
  await refused.getByRole('button', { name: 'Delete the record…' }).click();
  const sure = page.getByRole('dialog', { name: 'Delete the record for good' });
  await sure.getByRole('textbox', { name: 'Why before its time' }).fill('Entered twice');
  await sure.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(refused).toHaveCount(0);
  expect(entriesLike(workspace, 'request.deleted')).toHaveLength(1);
  expect(JSON.stringify(entriesLike(workspace, 'request.%'))).not.toMatch(/example\.org|tenth within|Three systems/);

  // What was put right is what the person gets a copy of.
  const access = await decidable(page, /^Access/, 'ada@example.org', 'R-3');
  await access.getByRole('button', { name: 'Decide', exact: true }).last().click();
  await access.getByRole('button', { name: 'Next: Do' }).click();
  const copy = await custos.answerSaveDialog('copy.json');
  await access.getByRole('button', { name: 'Write the copy…' }).click();
  await expect(access.getByRole('list', { name: 'What was done' })).toContainText('copy.json', { timeout: 60_000 });
  expect(JSON.parse(readFileSync(copy, 'utf8'))).toMatchObject({
    datasets: [{ records: [{ customer_id: 'K-1001', city: 'Aachen' }] }],
  });
  expect(custos.errors).toEqual([]);
});
