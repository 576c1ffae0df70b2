import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 20;

function encode(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}

const checkOf = (secret: Uint8Array): string =>
  encode(createHash('sha256').update('custos-recovery-key\n').update(secret).digest().subarray(0, 5)).slice(0, 4);

/** A key to write down: nine groups of four, 160 random bits and a check group. */
export function writeRecoveryKey(random: (n: number) => Uint8Array): { text: string; secret: Uint8Array } {
  const secret = random(secretBytes);
  return { secret, text: (`${encode(secret)}${checkOf(secret)}`.match(/.{4}/g) ?? []).join('-') };
}

/**
 * The secret in a typed recovery key; spaces, dashes, case and look-alike letters do not matter. Null when it has a
 * typing mistake.
 */
export function readRecoveryKey(typed: string): Uint8Array | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== 36 || /[^0-9A-HJKMNP-TV-Z]/.test(text)) return null;
  const bits = Array.from(text.slice(0, 32), (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join(
    '',
  );
  const secret = Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return checkOf(secret) === text.slice(32) ? secret : null;
}
