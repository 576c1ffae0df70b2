// Heads of the register: kept outside, countersigned by a second person, and held against a register that was changed.
import Database from 'better-sqlite3';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countersign } from '#engine/journal/countersign.ts';
import { createCosignerKey, openCosignerKey } from '#engine/keys/cosigner-key.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { verifierKey } from '#shared/journal/signed-note.ts';
import { workspaceText } from '#shared/text/window/workspace.ts';
import { headsTabText as text } from '#shared/text/window/heads.ts';
import { expectAccessible } from './support/accessible.ts';
import { keepPicture } from './support/keep-picture.ts';
import { expect, test } from './support/one-app.ts';
import { goTo } from './support/window.ts';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

test('a head is kept outside, comes back countersigned, and finds a changed entry', async ({ custos }) => {
  const { page } = custos;
  const workspace = await custos.answerSaveDialog('mine.custos');
  await page.getByRole('button', { name: 'New workspace…' }).click();
  const create = page.getByRole('dialog');
  await create.getByLabel(workspaceText.operator).fill('Ada Officer');
  for (const field of await create.locator('input[type=password]').all())
    await field.fill('a passphrase for the tests');
  await create.locator('button[type=submit]').click();
  await page.getByRole('checkbox').check();
  await page.getByRole('dialog').getByRole('button').last().click();

  await goTo(page, 'Register');
  await page.getByRole('tab', { name: 'Heads' }).click();
  await expect(page.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}$/)).toBeVisible();
  await expect(page.getByText(text.second.none)).toBeVisible();
  await expectAccessible(page);

  const kept = await custos.answerSaveDialog('kept.head');
  await page.getByRole('button', { name: text.newest.save }).click();
  await expect(page.getByRole('contentinfo')).toContainText('kept.head holds the head of');
  const note = readFileSync(kept, 'utf8');
  expect(note).toMatch(/^custos\/[0-9a-f-]{36}\n\d+\n\S{44}\n\n— /);

  // The officer, on a machine and with a key of their own.
  const officer = await createCosignerKey('dpo.example.org', 'an officer’s passphrase', random, 4);
  const signer = await openCosignerKey(officer.text, 'an officer’s passphrase', 'dpo.key.json');
  const elsewhere = mkdtempSync(join(tmpdir(), 'custos-officer-'));
  const origin = note.split('\n', 1)[0]!;
  const founding = new Database(join(workspace, 'register.sqlite'), { readonly: true });
  const { payload } = founding.prepare('SELECT payload FROM log WHERE seq = 1').get() as { payload: string };
  founding.close();
  const logKey = verifierKey(
    { name: origin, publicKey: (JSON.parse(payload) as { publicKey: string }).publicKey },
    '01',
    registerCrypto,
  );
  const signed = countersign({ note, file: 'kept.head', logKey }, signer, {
    profileDirectory: elsewhere,
    now: new Date(),
  });
  rmSync(elsewhere, { recursive: true });
  const back = join(custos.folder, 'back.head');
  writeFileSync(back, signed.note);

  await page.getByLabel(text.keys.key, { exact: true }).fill(verifierKey(signer, '04', registerCrypto));
  await page.getByLabel(text.keys.reason).fill('our data protection officer');
  await page.getByRole('button', { name: text.keys.register }).click();
  await expect(page.getByRole('table', { name: text.keys.table })).toContainText('dpo.example.org');
  await custos.answerOpenDialog(back);
  await page.getByRole('button', { name: text.second.bringIn }).click();
  await expect(page.getByRole('table', { name: text.second.table })).toContainText('dpo.example.org');
  await page.getByRole('button', { name: text.check.button }).click();
  await expect(page.getByText(text.check.holds)).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, 'heads');

  const database = new Database(join(workspace, 'register.sqlite'));
  database.exec('DROP TRIGGER log_no_update');
  database.prepare("UPDATE log SET actor = 'somebody else' WHERE seq = 2").run();
  database.close();
  await page.getByRole('button', { name: text.check.button }).click();
  await expect(page.getByText(text.check.not)).toBeVisible();
  await page.getByRole('button', { name: text.check.show(2) }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('somebody else');
});
