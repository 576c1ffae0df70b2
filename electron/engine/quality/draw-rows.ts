import { below, seededRandom } from '#engine/anonymise/local/seeded-random.ts';

/**
 * A simple random sample of rows without replacement (Floyd's algorithm; Bentley and Floyd 1987): the same for the same
 * seed, whoever draws.
 * @param rows how many there are @param size how many are wanted; all of them where there are fewer
 * @param seed a whole number from 0 up to 2^32 − 1
 * @returns row numbers from 0, ascending
 */
export function drawRows(rows: number, size: number, seed: number): number[] {
  const random = seededRandom(seed);
  const drawn = new Set<number>();
  for (let last = rows - Math.min(size, rows); last < rows; last += 1) {
    const row = below(random, last + 1);
    drawn.add(drawn.has(row) ? last : row);
  }
  return [...drawn].sort((a, b) => a - b);
}
