/** Numbers from 0 up to, not including, 1; the same in every run and on every machine for one seed (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, not including, `limit`. */
export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** Shuffles in place (Fisher and Yates). */
export function shuffle(list: Uint32Array, random: Random): Uint32Array {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = below(random, last + 1);
    const kept = list[last]!;
    list[last] = list[other]!;
    list[other] = kept;
  }
  return list;
}

export const upTo = (limit: number): Uint32Array => Uint32Array.from({ length: limit }, (_, at) => at);
