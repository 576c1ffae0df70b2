// Whoever has a key can sign any pack: what it says of retention is held against its log, and that against itself.
import { createHash } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readZip } from '#engine/evidence/read-zip.ts';
import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { writeZip } from '#engine/evidence/write-zip.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { noteSigner, signerOf } from '#engine/keys/signing-key.ts';
import { exportEvidence } from '#engine/use-cases/evidence/export-evidence.ts';
import { runRetention } from '#engine/use-cases/retention/run-retention.ts';
import { rewriteDatasets } from '#engine/use-cases/rewrite/rewrite-datasets.ts';
import { manifestNoteText, manifestText } from '#shared/evidence/manifest.ts';
import { logOrigin, signCheckpoint } from '#shared/journal/checkpoint.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { genesisHash, leafText, type StoredEntry } from '#shared/journal/log-entry.ts';
import { rootOf } from '#shared/journal/merkle.ts';
import { signText, verifierKey, writeSignature } from '#shared/journal/signed-note.ts';
import { verifyFiles } from '#resources/verifier/verify.mjs';
import { datasetOf } from '../retention/support.ts';
import { jobOf } from '../rewrite/support.ts';
import { scratch } from '../workspace/support.ts';

const lines = [
  'customer_id,cookie_id,cookie_first_seen',
  'K-1,GA1.2.100000001.1789800001,2026-01-01',
  'K-2,GA1.2.100000002.1789800002,2026-11-20',
];
const logFile = '15_log/audit.jsonl';
type Files = Map<string, Buffer>;

/** A pack of a workspace in which a run of retention emptied a cell, as its files. */
async function packed(unproven = false): Promise<Files> {
  const made = await datasetOf(lines);
  for (const name of ['verifier', 'fonts']) symlinkSync(resolve('resources', name), join(made.place.root, name));
  await runRetention(made.state, jobOf(), { dryRun: false });
  if (unproven)
    await rewriteDatasets(made.state, jobOf(), [{ datasetId: made.id, change: { rows: [1] } }], {
      reason: 'retention',
      cause: 'retention',
    });
  const path = join(made.place.root, 'pack.zip');
  const { grantId } = made.state.grants.add(path, 'write');
  await exportEvidence(made.state, jobOf(), { grantId, profile: 'auditor' });
  const zip = await readZip(path, 'pack.zip');
  const files: Files = new Map();
  for (const name of zip.paths) files.set(name, (await zip.read(name))!);
  zip.close();
  return files;
}

let whole: Promise<Files> | undefined;
/** A copy of the one pack that most tests begin with. */
const onePack = async (): Promise<Files> => new Map(await (whole ??= packed()));

const entriesIn = (files: Files): StoredEntry[] =>
  files
    .get(logFile)!
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredEntry);
const proofIn = (files: Files): StoredEntry => entriesIn(files).findLast(({ kind }) => kind === 'retention.ran')!;

/** The pack with other entries in its log: all hashes reckoned anew, so that the log by itself holds. */
function withEntries(files: Files, change: (entry: StoredEntry) => StoredEntry | null): Files {
  let [seq, previous] = [0, genesisHash];
  const rows = entriesIn(files).flatMap((entry) => {
    const changed = change(entry);
    if (changed === null) return [];
    const row = { ...changed, seq: (seq += 1), prev_hash: previous };
    previous = registerCrypto.leafHash(leafText(row));
    return [{ ...row, leaf_hash: previous }];
  });
  return new Map(files).set(logFile, Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
}

/** The same pack, signed whole by somebody who can sign: its head, its list, and the key that lies beside. */
function signedAnew(files: Files): Files {
  const signer = signerOf(new Uint8Array(32).fill(9));
  const before = JSON.parse(files.get('MANIFEST.json')!.toString('utf8'));
  const by = noteSigner(logOrigin(before.workspaceId), signer);
  const leaves = entriesIn(files).map(({ leaf_hash: hash }) => hash);
  const log = { size: leaves.length, root: rootOf(leaves, registerCrypto) };
  const key = verifierKey({ name: by.name, publicKey: signer.publicKey }, '01', registerCrypto);
  const at = '2026-11-30T09:00:00.000Z';
  const made = new Map(files)
    .set('15_log/checkpoint.txt', Buffer.from(signCheckpoint({ origin: by.name, ...log, at }, by, registerCrypto)))
    .set('15_log/public_key.txt', Buffer.from(`${key}\n`));
  const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const list = [...made]
    .filter(([path]) => !path.startsWith('MANIFEST.'))
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  const text = manifestText({ ...before, publicKey: signer.publicKey, log, files: list });
  const note = manifestNoteText(before.workspaceId, sha256(Buffer.from(text)), at);
  const signature = writeSignature(signText(note, by, registerCrypto), registerCrypto);
  return made.set('MANIFEST.json', Buffer.from(text)).set('MANIFEST.sig', Buffer.from(`${note}\n${signature}`));
}

/** What the program and the verifier in the pack, which knows nothing of it, find: kinds by file. */
async function judged(files: Files) {
  const path = join(scratch(), 'judged.zip');
  const names = ['MANIFEST.json', 'MANIFEST.sig'];
  const ordered = [...files.keys()].toSorted(
    (one, other) => Number(names.includes(other)) - Number(names.includes(one)),
  );
  writeFileSync(path, await writeZip(ordered.map((name) => ({ path: name, content: files.get(name)! }))));
  const own = await verifyPack(path);
  const alone = await verifyFiles(files);
  const told = (problems: readonly { file: string | null; kind: string }[]): string[] =>
    problems.filter(({ kind }) => kind !== 'key-not-given').map(({ file, kind }) => `${file} ${kind}`);
  return { own: told(own.problems), alone: told(alone.problems), ok: [own.ok, alone.ok], proofs: own.retentionProofs };
}

const bothFind = (...problems: string[]) => ({ own: problems, alone: problems, ok: [false, false] });

it('holds a true proof under both verifiers, as it was made and signed by another', async () => {
  const files = await onePack();
  const good = { own: [], alone: [], ok: [true, true], proofs: 1 };
  expect(await judged(files)).toEqual(good);
  expect(await judged(signedAnew(files))).toEqual(good);
});

it.each([
  ['rowsAfter', 0],
  ['sha256After', 'a'.repeat(64)],
  ['today', '2026-11-29'],
  ['by', 'Mallory'],
  ['dataset', 'other.csv'],
  ['leafHash', 'b'.repeat(64)],
  ['approved', true],
  ['entry', 4000],
])('finds a proof in a pack that says otherwise of %s than the log, whoever signed', async (part, value) => {
  const files = await onePack();
  const name = `07_retention/ran-${proofIn(files).seq}.json`;
  const proof = JSON.parse(files.get(name)!.toString('utf8'));
  expect(part === 'approved' || part in proof).toBe(true);
  files.set(name, Buffer.from(`${JSON.stringify({ ...proof, [part]: value }, null, 2)}\n`));
  expect(await judged(signedAnew(files))).toMatchObject(bothFind(`${name} copy`));
});

it('judges a file that is nested without end, and does not break at it', async () => {
  const files = await onePack();
  const name = `07_retention/ran-${proofIn(files).seq}.json`;
  files.set(name, Buffer.from(`{"leafHash":${'['.repeat(200_000)}${']'.repeat(200_000)}}`));
  const { ok } = await judged(signedAnew(files));
  expect(ok).toEqual([false, false]);
});

type Rule = Record<string, number>;
const falseProofs: [string, (rules: readonly Rule[]) => object][] = [
  ['rows before', () => ({ rowsBefore: 9 })],
  ['rows after', () => ({ rowsAfter: 1 })],
  ['cells', () => ({ cellsEmptied: 0 })],
  ['hash before', () => ({ sha256Before: 'a'.repeat(64) })],
  ['hash after', () => ({ sha256After: 'a'.repeat(64) })],
  ['work of rules', (rules) => ({ rules: [...rules, { ...rules[0], acted: 7, over: 1 }] })],
];
it.each(falseProofs)('finds a log whose proof has other %s than the entries beside it', async (_what, otherwise) => {
  const files = await onePack();
  const { seq } = proofIn(files);
  const changed = withEntries(files, (entry) => {
    if (entry.seq !== seq) return entry;
    const proof = JSON.parse(entry.payload);
    return { ...entry, payload: canonicalJson({ ...proof, ...otherwise(proof.rules) }) };
  });
  // Its copy is made to say the same, as whoever can sign would do.
  const name = `07_retention/ran-${seq}.json`;
  const { payload, leaf_hash: leafHash } = proofIn(changed);
  const copy = { ...JSON.parse(files.get(name)!.toString('utf8')), ...JSON.parse(payload), leafHash };
  for (const file of changed.keys()) if (file.startsWith('07_retention/')) changed.delete(file);
  changed.set(name, Buffer.from(JSON.stringify(copy)));
  expect(await judged(signedAnew(changed))).toMatchObject(bothFind(`${logFile} retention-proof`));
});

it('finds a proof without a rewriting, and a rewriting for retention that no entry proves', async () => {
  const files = await onePack();
  for (const left of ['dataset.rewritten', 'retention.ran']) {
    const changed = withEntries(files, (entry) => (entry.kind === left ? null : entry));
    for (const file of changed.keys()) if (/^0[2-9]|^1[0-4]/.test(file)) changed.delete(file);
    expect(await judged(signedAnew(changed)), left).toMatchObject(bothFind(`${logFile} retention-proof`));
  }
  expect(await judged(await packed(true))).toMatchObject(bothFind(`${logFile} retention-proof`));
});
