// What the app remembers from one start to the next: the workspace that was open last, and its passphrase where the
// system has a real key store.
import { test, type ElectronApplication, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { expect, launchCustos, type Custos } from './support/launch.ts';
import { findLauncher, giveToApp, makeFolder } from './support/unprivileged.ts';
import { goToHistory } from './support/window.ts';

const passphrase = 'seven quiet harbours';
const noStore =
  'This system has no key store that really encrypts what it keeps, so the passphrase is not remembered: you are ' +
  'asked for it each time.';

let desk: string;
let userData: string;
test.beforeEach(() => {
  desk = makeFolder(findLauncher().uid);
  userData = join(desk, 'user-data');
  mkdirSync(userData);
  giveToApp(userData, findLauncher().uid);
});
test.afterEach(() => rmSync(desk, { recursive: true, force: true }));

/** `safeStorage` as on a desktop with a keyring; its encryption turns every bit round. */
const giveKeyStore = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ safeStorage }) => {
    const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
    Object.assign(safeStorage, {
      getSelectedStorageBackend: () => 'gnome_libsecret',
      isEncryptionAvailable: () => true,
      isAsyncEncryptionAvailable: () => Promise.resolve(true),
      encryptString: (text: string) => turned(Buffer.from(text)),
      encryptStringAsync: (text: string) => Promise.resolve(turned(Buffer.from(text))),
      decryptString: (bytes: Buffer) => turned(bytes).toString(),
      decryptStringAsync: (bytes: Buffer) => Promise.resolve({ result: turned(bytes).toString() }),
    });
  });

async function startCreating(custos: Custos) {
  await custos.page.getByRole('button', { name: 'New workspace…' }).click();
  const dialog = custos.page.getByRole('dialog', { name: 'New workspace' });
  await dialog.getByRole('textbox', { name: /^Your name/ }).fill('Ada Lovelace');
  await dialog.getByLabel(/^Passphrase( \*)?$/).fill(passphrase);
  await dialog.getByLabel(/^Passphrase, again/).fill(passphrase);
  return dialog;
}

async function finishCreating(page: Page): Promise<void> {
  await page
    .getByRole('dialog', { name: 'New workspace' })
    .getByRole('button', { name: 'Choose where and save' })
    .click();
  const key = page.getByRole('dialog', { name: 'Write down the recovery key' });
  await key.getByRole('checkbox', { name: 'I have written it down' }).click({ timeout: 120_000 });
  await key.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { name: 'What to do next' })).toBeVisible();
}

const counted =
  'rows_in,,20\nrows_not_chosen,,0\nrows_out,,20\nunique_all_columns,,0\nk,,10\nclasses,,2\nunique_rows,,0\n';
const recipe = {
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'p1-find-segments',
  release: 'pseudonymised',
  referenceDate: '2026-11-23',
  target: { models: [{ model: 'k-anonymity', settings: { k: 5 } }], suppression: 0 },
  columns: ['name', 'city'],
  roles: [{ column: 'city', role: 'could-be-known' }],
  steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['name'] }, reason: '' }],
};

/** Between two starts the command line enters what another engine told of a run. */
function enterToldRun(workspace: string): void {
  const at = (name: string): string => join(desk, name);
  writeFileSync(at('recipe.json'), JSON.stringify(recipe));
  writeFileSync(at('checks.csv'), `figure,of_column,value\n${counted}`);
  const words = [
    '--recipe',
    'recipe.json',
    '--target',
    'spark',
    '--checks',
    'checks.csv',
    '-o',
    'run.certificate.json',
  ];
  const program = join(import.meta.dirname, '..', '..', 'bin', 'custos.mjs');
  execFileSync(process.execPath, [program, 'certify', ...words, '--workspace', workspace], {
    cwd: desk,
    stdio: 'pipe',
    env: { ...process.env, CUSTOS_HOME: at('home'), CUSTOS_PASSPHRASE: passphrase },
  });
  giveToApp(workspace, findLauncher().uid);
}

/** Reads it in the register, where nothing of it is green. */
async function readToldRun(page: Page): Promise<void> {
  const mark = 'Run elsewhere, figures not recomputed here';
  await goToHistory(page);
  const entry = page.getByRole('option').filter({ hasText: `k told as 10. ${mark}.` });
  await entry.click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('button', { name: /^Figures of the run elsewhere/ }).click();
  const figures = page.getByRole('dialog', { name: /^Figures of the run elsewhere/ });
  await expect(figures.getByRole('alert')).toContainText(mark);
  await expect(figures.getByRole('row', { name: 'k the run as a whole 10' })).toBeVisible();
  await expect(figures).toContainText('Class sizes, k and unique rows: they stand as they were told.');
  await expect(figures.locator('[data-tone=pass]')).toHaveCount(0);
  await expectAccessible(page);
  await figures.getByRole('button', { name: 'Close' }).click();
}

test(
  'without a real key store nothing offers to remember: a sentence says why, and the last workspace is the first ' +
    'thing offered',
  async () => {
    const first = await launchCustos({ userData });
    await first.answerSaveDialog(join(desk, 'Kept.custos'));
    const dialog = await startCreating(first);
    await expect(dialog).toContainText(noStore);
    await expect(dialog.getByRole('checkbox')).toHaveCount(0);
    await expectAccessible(first.page);
    await finishCreating(first.page);
    await first.close();
    expect(readdirSync(userData)).not.toContain('remembered-passphrases.json');
    enterToldRun(join(desk, 'Kept.custos'));

    const second = await launchCustos({ userData });
    const { page } = second;
    await page.getByRole('button', { name: 'Continue with Kept' }).click();
    const open = page.getByRole('dialog', { name: 'Open Kept' });
    await expect(open).toContainText(noStore);
    await open.getByLabel('Passphrase').first().fill(passphrase);
    await open.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'What to do next' })).toBeVisible();
    await readToldRun(page);
    await page.getByRole('button', { name: /Workspace menu/ }).click();
    await page.getByRole('menuitem', { name: 'Close workspace' }).click();
    await expect(page.getByRole('button', { name: 'Continue with Kept' })).toBeVisible();
    await expectAccessible(page);
    expect(second.errors).toEqual([]);
    await second.close();
  },
);

test('with one, a remembered workspace opens by itself at the next start', async () => {
  const first = await launchCustos({ userData });
  await giveKeyStore(first.app);
  await first.answerSaveDialog(join(desk, 'Kept.custos'));
  const dialog = await startCreating(first);
  await dialog.getByRole('checkbox', { name: 'Remember the passphrase on this computer' }).click();
  await expectAccessible(first.page);
  await finishCreating(first.page);
  await first.close();
  const file = join(userData, 'remembered-passphrases.json');
  expect(readFileSync(file, 'utf8')).not.toContain(passphrase);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const second = await launchCustos({ userData });
  const { app, page } = second;
  // This start has no key store: what is kept cannot be read, so the person is asked.
  await expect(page.getByRole('button', { name: 'Continue with Kept' })).toBeVisible();
  await giveKeyStore(app);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'What to do next' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Workspace menu: Kept/ })).toBeVisible();

  // Off the list, out of the key store.
  await page.getByRole('button', { name: /Workspace menu/ }).click();
  await page.getByRole('menuitem', { name: 'Close workspace' }).click();
  await page.getByRole('button', { name: 'Remove Kept from this list' }).click();
  await expect(page.getByText('Workspaces you save appear here.')).toBeVisible();
  expect(JSON.parse(readFileSync(file, 'utf8')).secrets).toEqual({});
  expect(existsSync(join(desk, 'Kept.custos', 'register.sqlite'))).toBe(true);
  expect(second.errors).toEqual([]);
  await second.close();
});
