import { createHmac, createSecretKey } from 'node:crypto';
import type { ConsentKeyKind } from '#shared/domain/consent.ts';

/** Which values of a column of this semantic type mean the same person. */
export const keyKindOf = (type: string): ConsentKeyKind =>
  type === 'email_address' ? 'email' : type === 'phone_number' ? 'phone' : 'id';

/** Longer than any name of a person: what is longer is none. */
const longest = 512;

/** A value in the spelling that all its spellings share; null where it names nobody. */
export function normalisedKey(kind: ConsentKeyKind, value: string | null): string | null {
  const text = (value ?? '').normalize('NFC').trim();
  if (text === '' || text.length > longest) return null;
  if (kind === 'email') return text.toLowerCase();
  if (kind === 'phone') {
    const digits = text.replace(/^\s*00/, '+').replace(/[^\d+]/g, '');
    return digits === '' ? null : digits;
  }
  return text;
}

/** The pseudonym that a person has in the ledger, hexadecimal. */
export type Pseudonymise = (kind: ConsentKeyKind, normalised: string) => string;

/**
 * HMAC-SHA-256 under a key that the workspace has for nothing else. The same number as an id and as a telephone is two
 * people.
 * @param key 32 bytes, which are wiped: from here on the key is nowhere but in what is returned
 */
export function pseudonymiser(key: Uint8Array): Pseudonymise {
  const secret = createSecretKey(key);
  key.fill(0);
  return (kind, normalised) => createHmac('sha256', secret).update(`${kind}\u0000${normalised}`, 'utf8').digest('hex');
}
