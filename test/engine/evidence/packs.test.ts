import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ExportedPack, PackVerification } from '#shared/contract/evidence.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import { manifestFile, manifestNoteText, manifestSignatureFile, manifestText } from '#shared/evidence/manifest.ts';
import { logOrigin } from '#shared/journal/checkpoint.ts';
import { signText, writeSignature } from '#shared/journal/signed-note.ts';
import { readZip } from '#engine/evidence/read-zip.ts';
import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { writeZip } from '#engine/evidence/write-zip.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { signerOf } from '#engine/keys/signing-key.ts';
import { edit } from '../journal/tamper-ways.ts';
import { follow, type TestEngine } from '#test/support/make-engine.ts';
import { approved, engineWithRecords, engineWithWorkspace, reopen, says } from '../records/support.ts';

async function exported(
  made: TestEngine,
  options: { profile?: PackProfile; asOf?: string } = {},
): Promise<{ pack: ExportedPack; checked: PackVerification; texts: Map<string, string> }> {
  const path = made.path(`${options.profile ?? 'authority'}.zip`);
  const { grantId } = made.engine.grants.add(path, 'write');
  const pack = await follow(made.client.evidence.export({ grantId, ...options }));
  const zip = await readZip(path, 'pack.zip');
  const texts = new Map<string, string>();
  for (const file of zip.paths) texts.set(file, (await zip.read(file))!.toString('utf8'));
  zip.close();
  return { pack, checked: await verifyPack(path), texts };
}

it('names nobody who works here in a pack for the public, and tells the public nothing of what is inside', async () => {
  const made = await engineWithRecords();
  await approved(made.client, 'activity', { name: says('Newsletter'), role: says('controller'), owner: says('Cy') });
  await made.client.records.saveDraft({ kind: 'recipient', id: null, body: { name: says('Secret Ltd') } });
  const { checked, texts, pack } = await exported(made, { profile: 'public' });
  expect(checked).toMatchObject({ ok: true, entries: null });
  const text = [...texts].filter(([file]) => file.endsWith('.html') && !file.endsWith('verify.html'));
  const all = text.map(([, content]) => content).join('\n');
  expect(all).toContain('Newsletter');
  expect(all).not.toMatch(/\bAda\b|\bBo\b|\bCy\b|Secret Ltd/);
  expect(pack.gaps.join(' ')).not.toMatch(/PA-001|RC-001|notice/);
  // The same for the authority says who and what is open.
  const whole = await exported(made);
  expect([...whole.texts.values()].join('\n')).toMatch(/\bBo\b/);
  expect(whole.pack.gaps.join(' ')).toContain('PA-001: Art.');
});

it('signs nothing anew over a log that was changed: the pack says so and does not verify', async () => {
  const made = await engineWithWorkspace();
  await approved(made.client, 'recipient', { name: says('Mailer Ltd') });
  expect((await exported(made)).checked.ok).toBe(true);
  await made.client.workspaces.close({});
  edit(join(made.folder, 'register.sqlite'), (db) =>
    db.exec("UPDATE log SET actor = 'Mallory' WHERE kind = 'record.approved'"),
  );
  await reopen(made, made.folder, made.passphrase);
  const { pack, checked, texts } = await exported(made, { profile: 'auditor' });
  expect(checked.ok).toBe(false);
  expect(checked.problems.map(({ file }) => file)).toContain('15_log/audit.jsonl');
  expect(pack.registerEntry).toBeNull();
  expect(pack.gaps[0]).toContain('DOES NOT VERIFY');
  expect(texts.get('00_README.html')).toContain('DOES NOT VERIFY');
});

it('finds a record that was changed behind the log, and says it first', async () => {
  const made = await engineWithWorkspace();
  await approved(made.client, 'retention', { name: says('Customers'), duration: says('P3Y') });
  await made.client.workspaces.close({});
  edit(join(made.folder, 'register.sqlite'), (db) =>
    db.exec("UPDATE record_version SET body = replace(body, 'P3Y', 'P9Y') WHERE kind = 'retention'"),
  );
  await reopen(made, made.folder, made.passphrase);
  const { pack, checked } = await exported(made);
  expect(pack.gaps[0]).toContain('RT-001');
  expect(checked.ok).toBe(false);
  expect(checked.problems).toContainEqual(expect.objectContaining({ kind: 'record' }));
});

it('marks what an auditor is not shown, and does not call it not stated', async () => {
  const made = await engineWithRecords();
  await approved(made.client, 'measure', {
    name: says('Encryption'),
    kind: says('encryption'),
    description: says('AES-256 with keys in room 4'),
  });
  const { texts } = await exported(made, { profile: 'auditor' });
  const page = texts.get('08_security/records.html')!;
  expect(page).not.toContain('room 4');
  expect(page).toContain('left out in this version');
});

it('takes today for now, with the principles, and names no moment that is still to come', async () => {
  const made = await engineWithRecords();
  const today = new Date().toISOString().slice(0, 10);
  const { pack, texts } = await exported(made, { asOf: today });
  expect(pack.asOf <= new Date().toISOString()).toBe(true);
  expect([...texts.keys()]).toContain('03_principles/principles.html');
});

it('does not take a pack for good from which the log was left out before it was signed', async () => {
  const made = await engineWithRecords();
  const { texts } = await exported(made);
  const signer = signerOf(new Uint8Array(32).fill(9));
  const manifest = JSON.parse(texts.get(manifestFile)!);
  const text = manifestText({
    ...manifest,
    publicKey: signer.publicKey,
    files: manifest.files.filter(({ path }: { path: string }) => path !== '15_log/audit.jsonl'),
  });
  const note = manifestNoteText(manifest.workspaceId, createHash('sha256').update(text).digest('hex'), 'now');
  const name = logOrigin(manifest.workspaceId);
  const by = { name, publicKey: signer.publicKey, sign: (signed: string) => signer.sign(Buffer.from(signed)) };
  const signed = `${note}\n${writeSignature(signText(note, by, registerCrypto), registerCrypto)}`;
  const files = [...texts].filter(([path]) => path !== '15_log/audit.jsonl' && !/\.(pdf|xlsx)$/.test(path));
  const path = made.path('without.zip');
  const replaced: Record<string, string> = { [manifestFile]: text, [manifestSignatureFile]: signed };
  writeFileSync(
    path,
    await writeZip(files.map(([file, content]) => ({ path: file, content: Buffer.from(replaced[file] ?? content) }))),
  );
  const found = await verifyPack(path);
  expect(found.ok).toBe(false);
  expect(found.problems).toContainEqual(expect.objectContaining({ file: '15_log/audit.jsonl', kind: 'missing' }));
});
