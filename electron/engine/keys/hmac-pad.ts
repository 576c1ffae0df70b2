import { createHash } from 'node:crypto';

/** Block size of SHA-256 in bytes (FIPS 180-4). */
const block = 64;

/** The bytes that each pad of HMAC is made with (RFC 2104). */
export const hmacPadBytes = { inner: 0x36, outer: 0x5c } as const;

/** A pad of HMAC-SHA-256: the key, hashed where it is longer than a block, XOR `byte`. It is as secret as the key. */
export function hmacPad(key: Uint8Array, byte: number): Buffer {
  const short = key.length > block ? createHash('sha256').update(key).digest() : Buffer.from(key);
  const padded = Buffer.alloc(block);
  short.copy(padded);
  for (let index = 0; index < block; index += 1) padded[index] = (padded[index] ?? 0) ^ byte;
  short.fill(0);
  return padded;
}
