import { randomFillSync } from 'node:crypto';

/** Where fair bits come from. Whatever is drawn is drawn from these and from nothing else. */
export interface RandomBits {
  /** 32 independent fair bits as a whole number 0 … 2³² − 1. */
  word(): number;
}

/** The operating system's cryptographic source (node:crypto), read a block at a time. */
export function cryptographicBits(): RandomBits {
  const block = new Uint32Array(2048);
  let at = block.length;
  return {
    word() {
      if (at === block.length) {
        randomFillSync(block);
        at = 0;
      }
      return block[at++]!;
    },
  };
}

/**
 * Bits that a seed decides, for tests and measurements: never for what leaves. xoshiro128** 1.1 (Blackman, Vigna 2018),
 * its state filled by splitmix32.
 */
export function seededBits(seed: number): RandomBits {
  let fill = seed >>> 0;
  const state = Uint32Array.from({ length: 4 }, () => {
    fill = (fill + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(fill ^ (fill >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  });
  const turned = (value: number, by: number): number => ((value << by) | (value >>> (32 - by))) >>> 0;
  return {
    word() {
      const result = Math.imul(turned(Math.imul(state[1]!, 5) >>> 0, 7), 9) >>> 0;
      const shifted = state[1]! << 9;
      state[2]! ^= state[0]!;
      state[3]! ^= state[1]!;
      state[1]! ^= state[2]!;
      state[0]! ^= state[3]!;
      state[2]! ^= shifted;
      state[3] = turned(state[3]!, 11);
      return result;
    },
  };
}

/**
 * A whole number 0 … `bound` − 1, each exactly as likely: words are drawn until one falls under the bound.
 * @param bound 1 … 2³²
 */
export function below(bits: RandomBits, bound: number): number {
  if (bound <= 1) return 0;
  const used = 32 - Math.clz32(bound - 1);
  for (;;) {
    const drawn = used === 32 ? bits.word() : bits.word() >>> (32 - used);
    if (drawn < bound) return drawn;
  }
}

/** The same for a bound of any size. @param bound 1 or more */
export function belowBig(bits: RandomBits, bound: bigint): bigint {
  if (bound <= 0x1_0000_0000n) return BigInt(below(bits, Number(bound)));
  const used = (bound - 1n).toString(2).length;
  const words = Math.ceil(used / 32);
  const spare = BigInt(words * 32 - used);
  for (;;) {
    let drawn = 0n;
    for (let word = 0; word < words; word += 1) drawn = (drawn << 32n) | BigInt(bits.word());
    drawn >>= spare;
    if (drawn < bound) return drawn;
  }
}

/** Puts the first `length` entries of an array into an order drawn at random, each order as likely (Fisher, Yates). */
export function shuffle(bits: RandomBits, array: Uint32Array, length = array.length): void {
  for (let last = length - 1; last > 0; last -= 1) {
    const other = below(bits, last + 1);
    const kept = array[last]!;
    array[last] = array[other]!;
    array[other] = kept;
  }
}
