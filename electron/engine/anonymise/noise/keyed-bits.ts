import { createCipheriv } from 'node:crypto';
import type { RandomBits } from './random-bits.ts';

/** Bits of the key stream of AES-256 in counter mode: the same key gives the same bits, and tells nothing to others. */
export function keyedBits(key: Uint8Array): RandomBits {
  const cipher = createCipheriv('aes-256-ctr', key, new Uint8Array(16));
  const nothing = Buffer.alloc(8192);
  let block = new Uint32Array();
  let at = 0;
  return {
    word() {
      if (at === block.length) {
        const bytes = cipher.update(nothing);
        block = Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
        at = 0;
      }
      return block[at++]!;
    },
  };
}
