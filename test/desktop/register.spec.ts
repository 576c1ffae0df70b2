// The register screen: filter, open, verify; and what it says after somebody edited the file by hand.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { savedWorkspace } from './support/saved-workspace.ts';
import { goToHistory, resize } from './support/window.ts';
import { readFileSync } from 'node:fs';

test('lists, filters, explains and verifies; points at an entry that was edited by hand', async ({ custos }) => {
  const { page } = custos;
  const rows = Array.from({ length: 40 }, (_, at) => `p${at}@example.org,${['Bonn', 'Lyon'][at % 2]}`);
  const workspace = await savedWorkspace(custos, `email,city\n${rows.join('\n')}\n`);

  await goToHistory(page);
  const list = page.getByRole('listbox', { name: 'Entries of the register, newest first' });
  await expect(list.getByRole('option').filter({ hasText: 'The keys of the workspace were made.' })).toHaveCount(1);
  const all = await list.getByRole('option').count();
  expect(all).toBeGreaterThanOrEqual(4);
  await page.getByRole('textbox', { name: 'Search the history' }).fill('IMPORTED people.csv');
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list.getByRole('option')).toContainText(/imported people\.csv as people: 40 rows, 2 columns\./);
  await list.getByRole('option').click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('Dataset imported');
  // What only programs tell things apart by is folded away, and there for whoever looks for it.
  const id = inspector.getByText(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  await expect(id.filter({ visible: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByText('Ids and hashes', { exact: true }).click();
  await expect(id.filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText('Hash of this entry')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search the history' }).fill('');
  await expect(list.getByRole('option')).toHaveCount(all);
  await keepPicture(page, 'history');

  await page.getByRole('combobox', { name: 'Area' }).click();
  await page.getByRole('option', { name: /^Keys \(\d+\)$/ }).click();
  await expect(list.getByRole('option').filter({ hasText: 'The keys of the workspace were made.' })).toHaveCount(1);
  await expect(list.getByRole('option')).not.toHaveCount(all);
  const left = await list.getByRole('option').count();
  expect(left).toBeLessThan(all);
  for (const [way, name] of [
    ['HTML page', 'history.html'],
    ['CSV table', 'history.csv'],
    ['PDF, Letter', 'history.pdf'],
  ] as const) {
    const file = await custos.answerSaveDialog(name);
    await page.getByRole('button', { name: 'Print or save' }).click();
    await page.getByRole('menuitem', { name: way }).click();
    await expect(page.getByText(new RegExp(`^${left} entr.* written to ${name}`))).toBeVisible();
    const bytes = readFileSync(file);
    if (name.endsWith('pdf')) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    else expect(bytes.toString()).toContain('The keys of the workspace were made.');
    if (name.endsWith('html')) expect(bytes.toString()).toContain(`${left} of ${all} entries, newest first`);
    if (name.endsWith('csv')) expect(bytes.toString().split('\r\n')).toHaveLength(left + 2);
  }
  await page.getByRole('combobox', { name: 'Area' }).fill('');
  await page.getByRole('combobox', { name: 'Area' }).press('Escape');
  await page.getByRole('textbox', { name: 'Up to this day' }).fill('2020-01-01');
  await expect(page.getByText('No entry fits')).toBeVisible();
  await page.getByRole('button', { name: 'Show all entries' }).click();
  await expect(list.getByRole('option')).toHaveCount(all);

  await list.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Workspace made');

  const database = new Database(join(workspace, 'register.sqlite'));
  for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
  }[])
    database.exec(`DROP TRIGGER "${name}"`);
  database.prepare("UPDATE log SET actor = 'somebody else' WHERE seq = 3").run();
  database.close();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/The register does not verify/)).toBeVisible();
  await page.getByRole('button', { name: 'Show entry 3' }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('somebody else');
});

test('its tabs stand in one line at any width; arrows reach the last one and bring it into sight', async ({
  custos,
}) => {
  const { page, app } = custos;
  await savedWorkspace(custos);
  await resize(app, 1280, 800);
  await goToHistory(page);
  const tabs = page.getByRole('tablist').first().getByRole('tab');
  const tops = await tabs.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(tops.length).toBeGreaterThan(10);
  expect(new Set(tops).size).toBe(1);
  await page.getByRole('tab', { name: 'Activities' }).focus();
  await page.keyboard.press('End');
  await expect(tabs.last()).toBeFocused();
  await expect(tabs.last()).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('ArrowRight');
  await expect(tabs.first()).toBeInViewport({ ratio: 0.99 });
  await expectAccessible(page);
});
