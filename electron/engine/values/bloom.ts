/**
 * A set of texts that may be asked and not listed; about 1 % of unknown texts are taken for known
 * (scripts/make-vocabularies.mjs writes it).
 */
export interface BloomFilter {
  bits: number;
  hashes: number;
  data: string;
}

/** FNV-1a with a final mix; must stay equal to the writer's. */
const hash = (text: string, seed: number): number => {
  let value = seed >>> 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619) >>> 0;
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
};

export function openBloom(filter: BloomFilter): (text: string) => boolean {
  const bytes = Buffer.from(filter.data, 'base64');
  return (text) => {
    const first = hash(text, 0x811c9dc5);
    const second = hash(text, 0x9747b28c) | 1;
    for (let round = 0; round < filter.hashes; round += 1) {
      const bit = ((first + Math.imul(round, second >>> 0)) >>> 0) % filter.bits;
      if (((bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  };
}
