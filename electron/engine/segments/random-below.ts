import type { Below } from '#shared/segments/geometric-noise.ts';

const bytes = 6;
const range = 2 ** (8 * bytes);

/**
 * Whole numbers below a limit, each equally likely: draws that would favour the small ones are drawn again.
 * @param random a cryptographically sound source; limits go up to 2^40
 */
export const randomBelow =
  (random: (many: number) => Uint8Array): Below =>
  (limit) => {
    const fair = range - (range % limit);
    for (;;) {
      const drawn = random(bytes).reduce((sum, byte) => sum * 256 + byte, 0);
      if (drawn < fair) return drawn % limit;
    }
  };
