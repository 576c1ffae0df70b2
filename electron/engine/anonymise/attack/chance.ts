/** Numbers in 0…1 without a pattern, the same for the same seed on every machine (mulberry32). */
export interface Chance {
  (): number;
  /** A whole number from 0 up to, and not, `below`. */
  int(below: number): number;
}

/** @param seed any whole number; its low 32 bits count */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return Object.assign(draw, { int: (below: number): number => Math.floor(draw() * below) });
}

/** Puts the numbers into a random order, each equally likely (Fisher, Yates). @returns the same array */
export function shuffle<T extends { length: number; [at: number]: number }>(numbers: T, chance: Chance): T {
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = chance.int(at + 1);
    const kept = numbers[at]!;
    numbers[at] = numbers[other]!;
    numbers[other] = kept;
  }
  return numbers;
}

/** `many` different numbers below `below` in random order; all of them where there are no more. */
export function someBelow(below: number, many: number, chance: Chance): number[] {
  if (many >= below)
    return Array.from(
      shuffle(
        Uint32Array.from({ length: below }, (_, at) => at),
        chance,
      ),
    );
  const drawn = new Set<number>();
  // Floyd's way: as many draws as numbers are wanted, whatever there are to choose from.
  for (let top = below - many; top < below; top++) {
    const one = chance.int(top + 1);
    drawn.add(drawn.has(one) ? top : one);
  }
  return Array.from(shuffle(Uint32Array.from(drawn), chance));
}

/** All of them in their order, so many at a time. */
export const inTurn = (all: readonly number[], many: number): number[][] =>
  Array.from({ length: Math.ceil(all.length / many) }, (_, turn) => all.slice(turn * many, (turn + 1) * many));
