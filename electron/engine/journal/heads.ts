import { basename } from 'node:path';
import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { readIdentity } from '#engine/workspace-folder/read-identity.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { ExportedHead } from '#shared/contract/register.ts';
import { logOrigin, readNote, type Checkpoint } from '#shared/journal/checkpoint.ts';
import { leafText, logColumns, type StoredEntry } from '#shared/journal/log-entry.ts';
import { consistencyProof, inclusionProof, rootOf } from '#shared/journal/merkle.ts';
import { verifierKey } from '#shared/journal/signed-note.ts';
import type { RawRow } from '#shared/journal/verify-log.ts';
import { noteIn, writeEntryProof, writeExtensionProof } from '#shared/journal/tlog-proof.ts';
import { catalogText } from '#shared/text/engine/catalog.ts';
import { headsText } from '#shared/text/engine/heads.ts';
import type { RegisterIdentity } from './examine-journal.ts';
import { reading } from './open-for-reading.ts';

/** The register with its newest head, both read at one moment. */
interface Held {
  db: Database;
  publicKey: string;
  checkpoint: Checkpoint;
  note: string;
}

/** The head of an open database. @throws Failure WORKSPACE_DAMAGED where it cannot be trusted */
function heldIn(db: Database, { workspaceId, publicKey }: RegisterIdentity, name: string): Held {
  const note = logRepository(db).checkpoint() ?? '';
  const found = readNote(note, publicKey, registerCrypto);
  if ('problem' in found || found.checkpoint.origin !== logOrigin(workspaceId))
    throw new Failure('WORKSPACE_DAMAGED', headsText.doesNotVerify(name));
  return { db, publicKey, checkpoint: found.checkpoint, note };
}

/** Reads what a head or a proof is made of. @throws Failure WORKSPACE_DAMAGED where the head cannot be trusted */
function withHead<T>(directory: string, read: (held: Held) => T): T {
  const name = basename(directory);
  const identity = readIdentity(directory);
  if (typeof identity === 'string') throw new Failure('WORKSPACE_DAMAGED', catalogText.damaged(name));
  return reading(directory, (db) => read(heldIn(db, identity, name)), true);
}

const isText = (value: unknown, orNothing: boolean): boolean =>
  typeof value === 'string' || (orNothing && value === null);

/** Leaf hashes of all entries, computed anew. @throws Failure WORKSPACE_DAMAGED where they are not under the head */
function leavesUnder({ db, checkpoint }: Held, name: string): string[] {
  const leaves: string[] = [];
  for (const row of logRepository(db).rows()) {
    if (!logColumns.every((column) => column === 'seq' || isText(row[column], column === 'clock'))) break;
    leaves.push(registerCrypto.leafHash(leafText(row as unknown as StoredEntry)));
  }
  if (leaves.length !== checkpoint.size || rootOf(leaves, registerCrypto) !== checkpoint.root)
    throw new Failure('WORKSPACE_DAMAGED', headsText.doesNotVerify(name));
  return leaves;
}

/**
 * The newest signed head of a workspace's register, to be kept outside it. Needs no passphrase.
 * @throws Failure WORKSPACE_NONE, WORKSPACE_DAMAGED, WORKSPACE_FROM_FUTURE
 */
export const exportHead = (directory: string): ExportedHead =>
  withHead(directory, ({ checkpoint, note, publicKey }) => {
    const key = { name: checkpoint.origin, publicKey };
    return {
      ...checkpoint,
      note,
      keys: [verifierKey(key, '01', registerCrypto), verifierKey(key, '04', registerCrypto)],
    };
  });

function proofUnder(held: Held, name: string, seq: number): string {
  const entry = logRepository(held.db).get(seq);
  if (entry === undefined) throw new Failure('ENTRY_UNKNOWN', headsText.noEntry(seq, held.checkpoint.size));
  const hashes = inclusionProof(leavesUnder(held, name), seq - 1, registerCrypto);
  return writeEntryProof({ entry: leafText(entry), index: seq - 1, hashes, note: held.note }, registerCrypto);
}

/**
 * The `.tlog-proof` of one entry under the newest head. Needs no passphrase.
 * @throws Failure ENTRY_UNKNOWN, and as `exportHead`
 */
export const proveEntry = (directory: string, seq: number): string =>
  withHead(directory, (held) => proofUnder(held, basename(directory), seq));

/** The same in a database that is open. */
export const proveEntryIn = (db: Database, identity: RegisterIdentity, name: string, seq: number): string =>
  proofUnder(heldIn(db, identity, name), name, seq);

/** What heads of a register are made of: its name, and the leaf hashes under its newest head. */
export const leavesOf = (directory: string): { origin: string; leaves: string[] } =>
  withHead(directory, (held) => ({ origin: held.checkpoint.origin, leaves: leavesUnder(held, basename(directory)) }));

/** The root that an open register had when it held so many entries; null where it does not hold as many. */
export function rootAt(db: Database, identity: RegisterIdentity, name: string, size: number): string | null {
  const leaves = leavesUnder(heldIn(db, identity, name), name);
  return size >= 1 && size <= leaves.length ? rootOf(leaves.slice(0, size), registerCrypto) : null;
}

/**
 * The proof that the register goes on from a head that was kept elsewhere. Needs no passphrase.
 * @param older the kept head, or a proof that holds it
 * @param file what that file is called, for the sentence
 * @throws Failure NOTE_REFUSED for a head of another register, or one that this register does not go on from
 */
export const proveExtension = (directory: string, older: string, file: string): string =>
  withHead(directory, (held) => {
    const found = readNote(noteIn(older), held.publicKey, registerCrypto);
    if ('problem' in found) throw new Failure('NOTE_REFUSED', headsText.untrusted(file, found.problem));
    const { origin, size, root } = found.checkpoint;
    if (origin !== held.checkpoint.origin) throw new Failure('NOTE_REFUSED', headsText.otherRegister(file));
    const leaves = leavesUnder(held, basename(directory));
    if (size < 1 || size > leaves.length || rootOf(leaves.slice(0, size), registerCrypto) !== root)
      throw new Failure(
        'NOTE_REFUSED',
        (size > leaves.length ? headsText.notContinuedLonger : headsText.notContinued)(file, size, leaves.length),
      );
    const hashes = consistencyProof(leaves, size, registerCrypto);
    return writeExtensionProof({ oldSize: size, hashes, note: held.note }, registerCrypto);
  });

/** A number that JSON has no room for, in a damaged file, is no number of ours: the verifier points at it. */
const numberAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/**
 * All entries as JSON Lines, as they are stored, in the order of their numbers, each with its operator's signature
 * where it has one: with `exportHead` all that a stand-alone verifier needs. Needs no passphrase.
 */
export const exportLog = (directory: string): string =>
  withHead(directory, ({ db }) => {
    const log = logRepository(db);
    const signatureOf = log.signaturesAhead();
    const signed = (row: RawRow): object => ({
      ...row,
      ...(typeof row.seq === 'number' ? signatureOf(row.seq) : undefined),
    });
    return [...log.rows()].map((row) => `${JSON.stringify(signed(row), numberAsText)}\n`).join('');
  });
