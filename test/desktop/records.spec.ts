// The register of processing in the window: a record written, reviewed, approved and retired, read back from the log.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/one-app.ts';
import { recordEntries, savedWorkspace } from './support/saved-workspace.ts';
import { goTo } from './support/window.ts';

/** Begins a record of the tab by its name; its page opens. @returns its reference: an import may have drafted others */
async function newRecord(page: Page, tab: string, name: string): Promise<string> {
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('textbox', { name: /of the new record$/ }).fill(name);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 2, name: new RegExp(name) });
  await expect(heading).toBeVisible();
  return (await heading.innerText()).split(' ')[0]!;
}

const field = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const answered = (page: Page, name: string) => page.getByRole('combobox', { name: `How “${name}” is answered` });
const isSaved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^saved \d\d:\d\d$/ })).toBeVisible();
const back = (page: Page) => page.getByRole('button', { name: /^Back to/ }).click();

/** What the newest draft or version of a record says, as the file holds it. */
function storedBody(workspace: string, table: 'record_draft' | 'record_version', ref: string): Record<string, unknown> {
  const database = new Database(join(workspace, 'register.sqlite'), { readonly: true });
  const body = database.prepare(`SELECT body FROM ${table} WHERE ref = ? ORDER BY saved_at DESC`).pluck().get(ref);
  database.close();
  return JSON.parse(body as string) as Record<string, unknown>;
}

test('an activity is written field by field, undone by key, and its sitting is one entry', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos);
  await goTo(page, 'Register');
  const ref = await newRecord(page, 'Activities', 'Segments');
  await expectAccessible(page);

  // Every shape: a choice, a line, several choices, a record begun in place, yes or no, a line of parts.
  await field(page, 'Role').getByRole('combobox', { name: 'Role', exact: true }).click();
  await page.getByRole('option', { name: /^Controller/ }).click();
  await field(page, 'Owner').getByRole('textbox').fill('Bo');
  await field(page, 'Purposes').getByRole('button', { name: 'New purpose…' }).click();
  await field(page, 'Purposes')
    .getByRole('textbox', { name: /of the new record$/ })
    .fill('Find groups of buyers');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Purposes')).toContainText('PU-001 Find groups of buyers');
  await field(page, 'Children among them').getByRole('radio', { name: 'No' }).check();
  await field(page, 'Data')
    .getByRole('button', { name: /^Add to/ })
    .click();
  await expect(page.getByRole('alert')).toContainText('Line 1 is not kept yet: Category is missing.');
  await field(page, 'Data').getByRole('combobox', { name: 'Category', exact: true }).click();
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(page.getByText('is not kept yet')).toHaveCount(0);

  // The answers without a value: none, does not apply only with a reason, unknown with who must answer.
  await answered(page, 'Recipients').selectOption('None');
  await answered(page, 'Transfers').selectOption('Does not apply');
  await expect(page.getByRole('alert')).toContainText('Transfers');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Transfers/ })
    .click();
  await field(page, 'Transfers').getByRole('textbox').fill('Nothing leaves the EEA');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await answered(page, 'Retention').selectOption('Unknown');
  await field(page, 'Retention').getByRole('textbox', { name: 'Who must answer' }).fill('Cy');
  await isSaved(page);

  // Undo takes back the last field; F8 goes to the next that is open.
  await page.getByRole('heading', { level: 2, name: /Segments/ }).focus();
  await page.keyboard.press('Control+z');
  await expect(answered(page, 'Retention')).toHaveValue('not-stated');
  await page.keyboard.press('F8');
  await expect(field(page, 'People').getByRole('combobox', { name: 'People', exact: true })).toBeFocused();

  // The cells tell what Art. 30 lacks; a press leads there.
  const cells = page.getByRole('group', { name: /^What Art\. 30 asks for/ });
  await expect(cells.getByRole('button', { name: /30\(1\)\(d\): none/ })).toBeVisible();
  await cells.getByRole('button', { name: /30\(1\)\(f\): not stated/ }).click();
  await expect(field(page, 'Retention')).toBeInViewport();
  await expectAccessible(page);
  await back(page);

  const row = page.getByRole('row', { name: new RegExp(ref) });
  await expect(row).toContainText('1 of 7');
  await expect(row).toContainText('not compared');
  await expect(row).toContainText('draft, Ada Officer');
  await expectAccessible(page);
  const about = () => recordEntries(workspace).filter(({ payload }) => payload.ref === ref);
  await expect.poll(() => about().map(({ kind }) => kind)).toEqual(['record.drafted']);
  const [one] = about();
  expect(one!.actor).toBe('Ada Officer');
  expect(one!.payload.fields).toEqual(
    expect.arrayContaining([
      'name',
      'role',
      'owner',
      'purposes',
      'includesMinors',
      'dataItems',
      'recipients',
      'transfers',
    ]),
  );
  expect(storedBody(workspace, 'record_draft', ref)).toMatchObject({
    owner: { state: 'stated', value: 'Bo', origin: { from: 'person', by: 'Ada Officer' } },
    recipients: { state: 'none' },
    transfers: { state: 'not-applicable', reason: 'Nothing leaves the EEA' },
  });
  expect(storedBody(workspace, 'record_draft', ref)).not.toHaveProperty('retention');
  expect(custos.errors).toEqual([]);
});

test('a duration is written in words, and one that says none stays on top until it does', async ({ custos }) => {
  const { page } = custos;
  await savedWorkspace(custos);
  await goTo(page, 'Register');
  await newRecord(page, 'Retention', 'Cookie ids');
  const duration = page.getByRole('textbox', { name: 'Kept for' });
  await duration.fill('soon');
  await expect(page.getByRole('alert')).toContainText('Write it like 180 days, 6 months or 3 years.');
  await expect(page.getByRole('button', { name: 'Send for review…' })).toBeDisabled();
  await duration.fill('180 days');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await isSaved(page);
  await back(page);
  await page.getByRole('button', { name: 'Cookie ids' }).click();
  await expect(duration).toHaveValue('180 days');
});

test('sent, approved, changed, sent back and retired: each is an entry, and the version that holds does not change', async ({
  custos,
}) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos);
  await goTo(page, 'Register');
  const ref = await newRecord(page, 'Activities', 'Segments');
  await field(page, 'Owner').getByRole('textbox').fill('Bo');
  await isSaved(page);
  await page.getByRole('button', { name: 'Send for review…' }).click();
  const send = page.getByRole('region', { name: `Send ${ref} v1 for review` });
  await expect(send).toContainText('Open by law: Role');
  await send.getByRole('button', { name: 'Send for review' }).click();

  // One person works here: the approval says so in words, before and after.
  const review = page.getByRole('region', { name: `${ref} v1 by Ada Officer waits for review` });
  await expect(review).toContainText('says that nobody else has read it');
  await expectAccessible(page);
  await review.getByRole('button', { name: 'Approve v1' }).click();
  await expect(page.getByText(/^Approved by Ada Officer.*nobody else has read it/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveCount(0);

  // An edit is a new version beside it, with a reason and a diff.
  await page.getByRole('button', { name: 'New version' }).click();
  await field(page, 'Owner').getByRole('textbox').fill('Cy');
  await isSaved(page);
  await expect(page.getByText('Version 1 holds until this draft is approved.')).toBeVisible();
  await page.getByRole('button', { name: 'Send for review…' }).click();
  const again = page.getByRole('region', { name: `Send ${ref} v2 for review` });
  await expect(again.getByRole('list', { name: 'What changed' })).toContainText(/Owner.*Bo.*Cy/s);
  await expect(again.getByRole('button', { name: 'Send for review' })).toBeDisabled();
  await again.getByRole('textbox').fill('Cy took over');
  await expectAccessible(page);
  await again.getByRole('button', { name: 'Send for review' }).click();
  const second = page.getByRole('region', { name: new RegExp(`^${ref} v2`) });
  await expect(second).toContainText('Cy took over');
  await second.getByRole('button', { name: 'Send back…' }).click();
  await page.getByRole('textbox', { name: 'What its author should look at' }).fill('Is it Cy?');
  await page.getByRole('button', { name: 'Send back', exact: true }).click();
  await expect(page.getByText('v2, sent back').or(page.getByText('v3, sent back')).first()).toBeVisible();
  await expect(page.getByText(/^Sent back by Ada Officer.*“Is it Cy\?”/)).toBeVisible();
  await page.getByRole('button', { name: 'Discard draft…' }).click();
  await page.getByRole('textbox', { name: 'Why it is discarded' }).fill('Bo stays');
  await page.getByRole('button', { name: 'Discard', exact: true }).click();

  await page.getByRole('button', { name: 'Retire…' }).click();
  await page.getByRole('textbox', { name: 'Why it is retired' }).fill('Not done any more');
  await page.getByRole('button', { name: 'Retire', exact: true }).click();
  await expect(page.getByText(/^Retired by Ada Officer.*“Not done any more”/)).toBeVisible();
  await expectAccessible(page);
  await back(page);
  await expect(page.getByRole('row', { name: new RegExp(ref) })).toContainText('retired v1');

  const entries = recordEntries(workspace).filter(({ payload }) => payload.ref === ref);
  expect(entries.map(({ kind }) => kind).filter((kind) => kind !== 'record.drafted')).toEqual([
    'record.sent',
    'record.approved',
    'record.sent',
    'record.returned',
    'record.discarded',
    'record.retired',
  ]);
  expect(entries.find(({ kind }) => kind === 'record.approved')!.payload).toMatchObject({
    version: 1,
    byAnother: false,
  });
  expect(entries.at(-1)!.payload).toMatchObject({ version: 1, reason: 'Not done any more' });
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/^The register verifies/)).toBeVisible();
  expect(custos.errors).toEqual([]);
});

test('what the log says is marked, leads to its entry, and is taken over by a person or by the approval', async ({
  custos,
}) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos);
  await goTo(page, 'Register');
  const ref = await newRecord(page, 'Activities', 'Segments');
  await field(page, 'Owner').getByRole('textbox').fill('Bo');
  await isSaved(page);

  // Meanwhile the log puts statements into the same draft.
  const database = new Database(join(workspace, 'register.sqlite'));
  const body = storedBody(workspace, 'record_draft', ref);
  const fromLog = (value: string) => ({ state: 'stated', value, origin: { from: 'log', entry: 2 } });
  database.prepare('UPDATE record_draft SET body = ? WHERE ref = ?').run(
    JSON.stringify({
      ...body,
      businessFunction: fromLog('Sales'),
      ownerUnit: fromLog('Marketing'),
      profiling: fromLog('By purchases'),
    }),
    ref,
  );
  database.close();

  // What is typed next is kept beside them.
  await field(page, 'Owner').getByRole('textbox').fill('Cy');
  await expect(field(page, 'Unit')).toContainText('Marketing');
  await expect(field(page, 'Unit')).toContainText('from the log');
  await field(page, 'Unit').getByRole('button', { name: 'Show entry 2 of the log' }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Entry 2');
  await expectAccessible(page);
  await field(page, 'Business function').getByRole('button', { name: 'Take over: Sales' }).click();
  await expect(field(page, 'Business function')).toContainText(/taken over by Ada Officer/);
  await field(page, 'Profiling').getByRole('button', { name: 'Not so…: By purchases' }).click();
  await page.getByRole('group', { name: 'What is right instead?' }).getByRole('button', { name: 'None' }).click();
  await expect(answered(page, 'Profiling')).toHaveValue('none');
  await isSaved(page);

  await page.getByRole('button', { name: 'Send for review…' }).click();
  await page
    .getByRole('region', { name: `Send ${ref} v1 for review` })
    .getByRole('button', { name: 'Send for review' })
    .click();
  const takes = page.getByRole('group', { name: 'The approval takes over these statements of the log:' });
  await expect(takes.getByRole('checkbox')).toHaveCount(1);
  // Nobody takes anything over without an act.
  await expect(takes.getByRole('checkbox', { name: '◇ Unit: Marketing' })).not.toBeChecked();
  await takes.getByRole('checkbox', { name: '◇ Unit: Marketing' }).check();
  await page.getByRole('button', { name: 'Approve v1' }).click();
  await expect(field(page, 'Unit')).toContainText(/taken over by Ada Officer/);
  const approved = recordEntries(workspace).find(({ kind }) => kind === 'record.approved')!;
  expect(approved.payload).toMatchObject({ ref, version: 1, takenOver: ['ownerUnit'], statements: 1 });
  expect(storedBody(workspace, 'record_version', ref)).toMatchObject({
    owner: { value: 'Cy' },
    businessFunction: { origin: { from: 'taken-over', entry: 2, by: 'Ada Officer' } },
    profiling: { state: 'none', origin: { from: 'person' } },
  });
  expect(custos.errors).toEqual([]);
});

test('a version of a later program is shown as one that cannot be read, and is kept', async ({ custos }) => {
  const { page } = custos;
  const workspace = await savedWorkspace(custos);
  await goTo(page, 'Register');
  const ref = await newRecord(page, 'Systems', 'Warehouse');
  await page.getByRole('button', { name: 'Send for review…' }).click();
  await page.getByRole('button', { name: 'Send for review', exact: true }).click();
  await page.getByRole('button', { name: 'Approve v1' }).click();
  await expect(page.getByText(/^Approved by Ada Officer/)).toBeVisible();
  const database = new Database(join(workspace, 'register.sqlite'));
  database.prepare('UPDATE record_version SET body_version = 99 WHERE ref = ?').run(ref);
  const kept = storedBody(workspace, 'record_version', ref);
  database.close();
  await back(page);
  const row = page.getByRole('row', { name: new RegExp(ref) });
  await expect(row).toContainText('cannot be read here');
  await row.getByRole('button').click();
  await expect(page.getByRole('alert')).toContainText('A later version of Custos wrote this version.');
  await expect(page.getByRole('button', { name: 'New version' })).toHaveCount(0);
  expect(storedBody(workspace, 'record_version', ref)).toEqual(kept);
});
