import SqliteDatabase from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { countersign } from '#engine/journal/countersign.ts';
import { exportHead, exportLog, proveExtension } from '#engine/journal/heads.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { createCosignerKey, openCosignerKey } from '#engine/keys/cosigner-key.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { leafText, type StoredEntry } from '#shared/journal/log-entry.ts';
import { verifierKey } from '#shared/journal/signed-note.ts';
import { verifyFiles } from '#resources/verifier/verify.mjs';
import { follow, makeEngine } from '#test/support/make-engine.ts';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const now = new Date('2026-11-29T12:00:00Z');

/** A workspace, and a DPO with a key and a profile of their own elsewhere. */
async function workspaceAndOfficer() {
  const made = makeEngine();
  const elsewhere = mkdtempSync(join(tmpdir(), 'custos-dpo-'));
  onTestFinished(async () => {
    await made.close();
    rmSync(elsewhere, { recursive: true, force: true });
  });
  const { engine, client, path } = made;
  const grantId = engine.grants.add(path('Acme.custos'), 'workspace-create').grantId;
  await client.workspaces.create({
    grantId,
    organisation: 'Acme',
    operator: 'Ada',
    policy: 'customer-tracking',
    passphrase: 'correct horse battery staple',
  });
  const key = await createCosignerKey('dpo.example.org', 'an officer’s passphrase', random, 4);
  const officer = await openCosignerKey(key.text, 'an officer’s passphrase', 'dpo.key.json');
  const sign = (file: { note: string; proof?: string; logKey?: string | undefined }) =>
    countersign({ file: 'acme.head', ...file }, officer, { profileDirectory: elsewhere, now }).note;
  const directory = path('Acme.custos');
  return {
    client,
    engine,
    path,
    directory,
    key,
    sign,
    vkey: verifierKey(officer, '04', registerCrypto),
    head: () => exportHead(directory),
    bringBack: (note: string) => {
      writeFileSync(path('back.head'), note);
      return client.register.addCountersignatures({ grantId: engine.grants.add(path('back.head'), 'read').grantId });
    },
    verify: () => verifyRegister(directory, { profileDirectory: path('profile') }),
  };
}

it('a second person countersigns a head with a key of their own; the register takes it in and proves it ever after', async () => {
  const { client, engine, path, directory, sign, vkey, head, bringBack, verify } = await workspaceAndOfficer();
  expect(await client.register.addCosigner({ key: vkey, reason: 'our DPO' })).toMatchObject({
    name: 'dpo.example.org',
  });
  const before = head();
  const signed = sign({ note: before.note, logKey: before.keys[0] });
  expect(signed.startsWith(before.note)).toBe(true);
  expect(await bringBack(signed)).toMatchObject({
    size: before.size,
    by: [{ name: 'dpo.example.org', at: '2026-11-29T12:00:00.000Z', entry: before.size + 1 }],
  });
  expect(verify()).toMatchObject({ ok: true, problems: [] });
  await expect(bringBack(signed)).rejects.toMatchObject({ code: 'NOTE_REFUSED' });

  const bytes = (text: string): Uint8Array => Buffer.from(text);
  const files = (log: string) =>
    new Map([
      ['audit.jsonl', bytes(log)],
      ['checkpoint.txt', bytes(head().note)],
    ]);
  expect(await verifyFiles(files(exportLog(directory)), head().keys[0])).toMatchObject({ ok: true, problems: [] });
  const pack = path('pack.zip');
  await follow(client.evidence.export({ grantId: engine.grants.add(pack, 'write').grantId }));
  expect(await verifyPack(pack)).toMatchObject({ ok: true, problems: [] });
});

it('refuses in one sentence what was not countersigned, by nobody known, changed, or of another register', async () => {
  const { client, sign, vkey, head, bringBack } = await workspaceAndOfficer();
  const other = await workspaceAndOfficer();
  const first = head();
  const signed = sign({ note: first.note, logKey: first.keys[0] });
  const refused = (words: string) => ({ code: 'NOTE_REFUSED', message: expect.stringContaining(words) });
  await expect(bringBack(signed)).rejects.toMatchObject(refused('no countersignature by a key that is registered'));
  await client.register.addCosigner({ key: vkey, reason: 'our DPO' });
  await expect(bringBack(first.note)).rejects.toMatchObject(refused('no countersignature'));
  await expect(bringBack(other.head().note)).rejects.toMatchObject(refused('back.head cannot be used'));
  const cut = `${signed.slice(0, -12)}${signed.at(-12) === 'A' ? 'B' : 'A'}${signed.slice(-11)}`;
  await expect(bringBack(cut)).rejects.toMatchObject(refused('The countersignature of dpo.example.org in back.head'));
  await expect(client.register.addCosigner({ key: first.keys[0]!, reason: '' })).rejects.toMatchObject({
    code: 'WRONG_USAGE',
  });
  await expect(client.register.addCosigner({ key: other.vkey, reason: '' })).rejects.toMatchObject({
    message: expect.stringContaining('has another key in this register'),
  });
});

it('the second person signs no head that is older, contradicts, or is not shown to go on', async () => {
  const { client, directory, sign, vkey, head } = await workspaceAndOfficer();
  const first = head();
  expect(() => sign({ note: first.note })).toThrow(
    expect.objectContaining({ message: expect.stringContaining('--log-key') }),
  );
  sign({ note: first.note, logKey: first.keys[0] });
  await client.register.addCosigner({ key: vkey, reason: 'our DPO' });
  const second = head();
  const refused = (words: string) =>
    expect.objectContaining({ code: 'NOTE_REFUSED', message: expect.stringContaining(words) });
  expect(() => sign({ note: second.note })).toThrow(refused('give the proof that it goes on'));
  expect(() => sign({ note: second.note, proof: 'old 1\n\nnothing' })).toThrow(refused('cannot be trusted'));
  sign({ note: second.note, proof: proveExtension(directory, first.note, 'first.head') });
  expect(() => sign({ note: first.note })).toThrow(refused('older than a head'));
});

it('a key file opens with its passphrase only, and holds no key in the clear', async () => {
  const { key } = await workspaceAndOfficer();
  await expect(openCosignerKey(key.text, 'another', 'dpo.key.json')).rejects.toMatchObject({
    code: 'PASSPHRASE_WRONG',
  });
  await expect(openCosignerKey('{}', 'x', 'dpo.key.json')).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  await expect(createCosignerKey('the DPO', 'x', random, 4)).rejects.toMatchObject({ code: 'WRONG_USAGE' });
});

it('a countersignature that an entry does not truly hold is found at that entry, by both verifiers', async () => {
  const { client, directory, sign, vkey, head, bringBack, verify } = await workspaceAndOfficer();
  await client.register.addCosigner({ key: vkey, reason: 'our DPO' });
  const before = head();
  await bringBack(sign({ note: before.note, logKey: before.keys[0] }));
  await client.workspaces.close({});
  // With the workspace's own key anybody could write this; the officer's signature is what they cannot make.
  const db = new SqliteDatabase(join(directory, 'register.sqlite'));
  db.exec('DROP TRIGGER log_no_update');
  const row = db
    .prepare<[number], StoredEntry>('SELECT log.*, clock FROM log LEFT JOIN log_clock USING (seq) WHERE seq = ?')
    .get(before.size + 1)!;
  const payload = row.payload
    .replace('T12:00:00', 'T11:00:00')
    .replace(/"root":"(.)/, (_, first) => `"root":"${first === '0' ? '1' : '0'}`);
  const leaf = registerCrypto.leafHash(leafText({ ...row, payload }));
  db.prepare('UPDATE log SET payload = ?, leaf_hash = ? WHERE seq = ?').run(payload, leaf, row.seq);
  db.close();
  const kinds = verify().problems.map(({ seq, kind }) => `${seq} ${kind}`);
  expect(kinds).toContain(`${row.seq} head-contradicted`);
  expect(kinds).toContain(`${row.seq} countersignature-wrong`);
  const files = new Map([
    ['audit.jsonl', Buffer.from(exportLog(directory))],
    ['checkpoint.txt', Buffer.from(head().note)],
  ]);
  const judged = await verifyFiles(files, head().keys[0]);
  expect(new Set(judged.problems.map(({ seq, kind }) => `${seq} ${kind}`))).toEqual(
    new Set(kinds.filter((one) => one !== 'null trigger-missing')),
  );
});
