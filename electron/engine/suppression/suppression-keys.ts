import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { spelledPhone } from '#engine/values/spelled-phone.ts';

/** One spelling of a value, with what it is: the same digits as a telephone and as an id are two people. */
type Spelling = `${'mail' | 'phone' | 'national' | 'bare' | 'id' | 'sha256'}:${string}`;

/** Mail providers that take dots and a tag in a name for nothing; Google asks for such names without them. */
const dotless = /^([^@+]+)(?:\+[^@]*)?@(gmail|googlemail)\.com$/;

/** NFC, small letters, no blanks around; of Gmail without dots and tag. */
function mailSpelling(text: string): string {
  const [, name, host] = dotless.exec(text) ?? [];
  return name === undefined ? text : `${name.replaceAll('.', '')}@${host}.com`;
}

const trimmed = (value: string): string => value.normalize('NFC').trim().toLowerCase();
const sha256 = (text: string): Spelling => `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
const withoutTrunk = (digits: string): string => digits.replace(/^0/, '');

/**
 * The spellings under which a value is put on the list: mail addresses and telephone numbers in one form each, anything
 * else as an id; and the SHA-256 that platforms want of the first two, so that a hashed table is recognised as well.
 */
export function spellingsToKeep(value: string): Spelling[] {
  const text = trimmed(value);
  if (text === '') return [];
  if (text.includes('@')) {
    const mail = mailSpelling(text);
    return [...new Set<Spelling>([`mail:${mail}`, `id:${text}`, sha256(text), sha256(mail)])];
  }
  const phone = spelledPhone(text.normalize('NFKC'));
  if (phone === null) return [`id:${text}`];
  const { calling, digits } = phone;
  if (calling === null) return [`bare:${withoutTrunk(digits)}`, `id:${text}`];
  const whole = `${calling}${digits}`;
  return [`phone:${whole}`, `national:${digits}`, `id:${text}`, sha256(whole), sha256(`+${whole}`)];
}

/** What a column's values are, as far as the list cares. */
export type SuppressionKind = 'mail' | 'phone' | 'hash' | 'id';

/** The spellings by which a value of a column is looked for on the list. */
export function spellingsToFind(kind: SuppressionKind, value: string): Spelling[] {
  const text = trimmed(value);
  if (text === '') return [];
  if (kind === 'mail') return [`mail:${mailSpelling(text)}`];
  if (kind === 'hash') return [`sha256:${text}`];
  if (kind === 'id') return [`id:${text}`];
  const phone = spelledPhone(text.normalize('NFKC'));
  if (phone === null) return [];
  const { calling, digits } = phone;
  // A number without its country is that of whoever has the same one with theirs.
  if (calling === null) return [`bare:${withoutTrunk(digits)}`, `national:${withoutTrunk(digits)}`, `phone:${digits}`];
  return [`phone:${calling}${digits}`, `bare:${digits}`];
}

/**
 * HMAC-SHA-256 of spellings under a key that the workspace has for nothing else, hexadecimal.
 * @param key 32 bytes, which are wiped: from here on the key is nowhere but in what is returned
 */
export function suppressionHash(key: Uint8Array): (spelling: Spelling) => string {
  const secret = createSecretKey(key);
  key.fill(0);
  return (spelling) => createHmac('sha256', secret).update(spelling, 'utf8').digest('hex');
}
