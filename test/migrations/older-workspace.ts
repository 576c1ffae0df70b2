import SqliteDatabase from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bodyTables } from '#engine/catalog/body-tables.ts';
import { logTriggers } from '#engine/catalog/migrations/0001-register.ts';
import { openKeys, openSigningSeed } from '#engine/keys/key-file.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { noteSigner, signerOf } from '#engine/keys/signing-key.ts';
import { readKeyFile } from '#engine/workspace-folder/read-identity.ts';
import { writeFolderHead } from '#engine/workspace-folder/signed-heads.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { checkpointText, logOrigin } from '#shared/journal/checkpoint.ts';
import { genesisHash, leafText, type StoredEntry } from '#shared/journal/log-entry.ts';
import { rootOf } from '#shared/journal/merkle.ts';
import { signText, writeSignature } from '#shared/journal/signed-note.ts';

/** Fields that entries carry since schema 5. */
const newer = ['recordSha256', 'operator', 'createdAt'];
const withoutNewer = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutNewer)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => !newer.includes(key))
            .map(([key, item]) => [key, withoutNewer(item)]),
        )
      : value;

/** Records of the register came later: their entries stand as cut-off jobs, so that the others keep their numbers. */
const inOldWords = (row: StoredEntry): StoredEntry =>
  row.kind.startsWith('record.')
    ? {
        ...row,
        kind: 'job.interrupted',
        payload: canonicalJson({ jobId: row.subject_ref, kind: 'import', startedAt: row.ts }),
      }
    : row;

/**
 * Turns a closed workspace into what Custos of schema 4 would have written, signed with its own key; nothing of it is
 * remembered by the profile any more.
 */
export async function asSchema4(directory: string, passphrase: string, profileDirectory: string): Promise<void> {
  const keys = readKeyFile(directory);
  const { workspaceId } = keys;
  const { master } = await openKeys(keys, { passphrase }, basename(directory));
  const signer = signerOf(openSigningSeed(keys, master, basename(directory)));
  const db = new SqliteDatabase(join(directory, 'register.sqlite'));
  for (const trigger of Object.keys(logTriggers)) db.exec(`DROP TRIGGER ${trigger}`);
  let previous = genesisHash;
  const leaves: string[] = [];
  let at = '';
  for (const row of db.prepare<[], StoredEntry>('SELECT *, NULL AS clock FROM log ORDER BY seq').all()) {
    const told = inOldWords(row);
    const old = { ...told, prev_hash: previous, payload: canonicalJson(withoutNewer(JSON.parse(told.payload))) };
    previous = registerCrypto.leafHash(leafText(old));
    leaves.push(previous);
    at = old.ts;
    db.prepare('UPDATE log SET kind = ?, leaf_hash = ?, prev_hash = ?, payload = ? WHERE seq = ?').run(
      old.kind,
      previous,
      old.prev_hash,
      old.payload,
      old.seq,
    );
  }
  for (const trigger of Object.values(logTriggers)) db.exec(trigger);
  const origin = logOrigin(workspaceId);
  // The time was a fourth line then, and nothing else was signed.
  const root = rootOf(leaves, registerCrypto);
  const text = `${checkpointText({ origin, size: leaves.length, root }, registerCrypto)}at ${at}\n`;
  const signature = signText(text, noteSigner(origin, signer), registerCrypto);
  const note = `${text}\n${writeSignature(signature, registerCrypto)}`;
  db.prepare('UPDATE checkpoint SET note = ?').run(note);
  for (const table of ['consent_event', 'recipe_sitting', 'log_signature', 'log_clock']) db.exec(`DROP TABLE ${table}`);
  const later: readonly string[] = ['record_version', 'record_draft', 'consent_batch', 'case_record'];
  for (const table of later) db.exec(`DROP TABLE ${table}`);
  for (const table of bodyTables.filter((name) => !later.includes(name)))
    db.exec(`ALTER TABLE ${table} DROP COLUMN body_version`);
  db.pragma('user_version = 4');
  db.close();
  writeFolderHead(directory, { workspaceId, publicKey: signer.publicKey, note });
  rmSync(join(profileDirectory, 'heads'), { recursive: true, force: true });
}
