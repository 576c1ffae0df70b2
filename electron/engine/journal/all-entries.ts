import { logRepository } from '#engine/catalog/repositories/log.ts';
import type { StoredEntry } from '#shared/journal/log-entry.ts';
import type { RawSignature } from '#shared/journal/operators.ts';
import { reading } from './open-for-reading.ts';

/** An entry, and the signature of whoever entered it, where the register holds one. */
export type SignedEntry = StoredEntry & NonNullable<RawSignature>;

/**
 * Every entry of a workspace's log as it is stored, oldest first. Needs no passphrase, changes nothing in the folder.
 * @throws Failure WORKSPACE_NONE, WORKSPACE_DAMAGED, WORKSPACE_FROM_FUTURE
 */
export const allEntries = (directory: string): SignedEntry[] =>
  reading(directory, (db) => {
    const log = logRepository(db);
    const signatureOf = log.signaturesAhead();
    return log
      .after(0, Number.MAX_SAFE_INTEGER)
      .map((entry) => ({ ...entry, ...(signatureOf(entry.seq) ?? { public_key: null, signature: null }) }));
  });
