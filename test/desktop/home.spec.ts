// The first minutes: an empty app that says what to do, a temporary workspace that can be kept, and what happens when
// the engine dies.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, useTheme } from './support/accessible.ts';
import { enginePid } from './support/engine-process.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, launchCustos, test } from './support/launch.ts';
import { goTo, openDataset, resize, trySample } from './support/window.ts';

test('the empty app says in one sentence what it is for and offers two ways to begin', async ({ custos }) => {
  const { page, errors } = custos;
  await expect(page.getByText(/^Turn a customer file into an export you can stand behind/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open dataset' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  await expect(page.getByText('Workspaces you save appear here.')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Offline');
  await expectAccessible(page);
  await resize(custos.app, 640, 400);
  await expect(page.getByRole('button', { name: 'Open dataset' })).toBeInViewport();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Classify' })).toBeVisible();
  expect(errors).toEqual([]);
});

test('the palette finds commands by words and runs them without a mouse', async ({ custos }) => {
  const { page } = custos;
  await expect(page.getByRole('contentinfo')).toContainText('engine ready');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sample');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Rows', exact: true })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: 'What to do next' })).toBeVisible();
  await expect(page.getByText('Go through the doubtful columns')).toBeVisible();
  await expectAccessible(page);
});

test('what is typed right after the keys that open the palette is typed into it, on a slow machine too', async ({
  custos,
}) => {
  const { page } = custos;
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  const field = page.getByRole('textbox', { name: 'Search commands' });
  for (const words of ['open dataset', 'settings']) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await expect(field).toHaveValue(words);
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
  }
});

test('a temporary workspace is kept with a passphrase; the recovery key is shown once; it opens again', async () => {
  const first = await launchCustos();
  const { page } = first;
  await trySample(first);
  await expect(page.getByText('This is a temporary workspace. It is wiped when you close it.')).toBeVisible();
  await page.getByRole('button', { name: 'Save workspace…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save workspace' });
  await dialog.getByRole('textbox', { name: /^Your name/ }).fill('Ada Lovelace');
  await dialog.getByLabel(/^Passphrase( \*)?$/).fill('seven quiet harbours');
  await dialog.getByLabel(/^Passphrase, again/).fill('seven quiet harbour');
  const target = await first.answerSaveDialog('Kept.custos');
  await dialog.getByRole('button', { name: 'Choose where and save' }).click();
  await expect(dialog).toContainText('The two passphrases differ.');
  await expectAccessible(page);
  await dialog.getByLabel(/^Passphrase, again/).fill('seven quiet harbours');
  await dialog.getByRole('button', { name: 'Choose where and save' }).click();

  const key = page.getByRole('dialog', { name: 'Write down the recovery key' });
  await expect(key).toBeVisible();
  await expect(key.getByRole('button', { name: 'Done' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(key).toBeVisible();
  await key.getByRole('checkbox', { name: 'I have written it down' }).click();
  await key.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('This is a temporary workspace', { exact: false })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Operator: Ada Lovelace/ })).toBeVisible();
  expect(existsSync(join(target, 'register.sqlite'))).toBe(true);
  const members = join(first.folder, 'members.csv');
  writeFileSync(members, 'member_id,email\nM-1,a@mail.example\nM-2,b@mail.example\n');
  await openDataset(first, members);

  await page.getByRole('button', { name: /Workspace menu/ }).click();
  await page.getByRole('menuitem', { name: 'Close workspace' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Kept' }).getByRole('button').first().click();
  const open = page.getByRole('dialog', { name: /^Open Kept/ });
  await open.getByLabel('Passphrase').first().fill('wrong');
  await open.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(open.getByRole('alert')).toContainText('The passphrase does not fit');
  await open.getByLabel('Passphrase').first().fill('seven quiet harbours');
  await open.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What to do next' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Since your last visit, / })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Ada Lovelace imported members.csv' })).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'since-last-visit-light');
  await useTheme(page, 'dark');
  await keepPicture(page, 'since-last-visit-dark');
  await goTo(page, 'Datasets');
  await expect(page.getByText('10,000 rows × 60 columns', { exact: false }).first()).toBeVisible();
  await first.close();
});

test('when the engine dies the window says so, what was not lost, and goes on with a new one', async ({ custos }) => {
  test.skip(process.platform !== 'linux', 'Killing the engine: its process is found in /proc, which only Linux has');
  const { page } = custos;
  await expect(page.getByRole('contentinfo')).toContainText('engine ready');
  process.kill(enginePid(custos.app)!, 'SIGKILL');
  await expect(page.getByRole('alert')).toContainText(/The engine (stopped and is being|was) restarted/);
  await expect(page.getByRole('contentinfo')).toContainText('engine ready');
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await trySample(custos);
});
