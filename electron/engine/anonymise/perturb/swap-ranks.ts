import { breathe } from '#engine/jobs/cancelled.ts';
import { below, shuffle, type RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { FreePlaces } from './free-places.ts';

const pauseAfter = 20_000;

/** How many places two values that are exchanged may lie apart at most. @param within per cent, above 0 */
export const placesWithin = (rows: number, within: number): number => Math.max(1, Math.floor((rows * within) / 100));

/**
 * Rank swapping (Moore 1996): from the lowest on, each row that is not exchanged yet is exchanged with one of those at
 * most `apart` places further that are not either, each as likely; where there is none it stays.
 * @param sorted numbers of rows, in the order of their values
 * @param from for every row the row whose cells it gets; the rows of `sorted` are written
 * @throws Failure JOB_CANCELLED
 */
export async function swapRanks(
  sorted: Uint32Array,
  from: Uint32Array,
  { apart, bits, signal }: { apart: number; bits: RandomBits; signal?: AbortSignal | undefined },
): Promise<void> {
  const free = new FreePlaces(sorted.length);
  const taken = new Uint8Array(sorted.length);
  for (let place = 0; place < sorted.length; place += 1) {
    if (place % pauseAfter === 0) await breathe(signal);
    if (taken[place] === 1) continue;
    free.take(place);
    // All before this place are taken, so what is free up to the last one in reach lies behind it.
    const choices = free.before(Math.min(sorted.length, place + apart + 1));
    if (choices === 0) continue;
    const other = free.nth(below(bits, choices));
    free.take(other);
    taken[other] = 1;
    const [one, two] = [sorted[place]!, sorted[other]!];
    from[one] = two;
    from[two] = one;
  }
}

/**
 * The rows that have a value, by its place; those of one place in an order drawn at random.
 * @param places for each code its place from 0, −1 for one that has none
 */
export function inOrder(codes: ArrayLike<number>, places: Int32Array, bits: RandomBits): Uint32Array {
  const counts = new Uint32Array(places.length + 1);
  for (let row = 0; row < codes.length; row += 1) {
    const place = places[codes[row]!]!;
    if (place >= 0) counts[place + 1]! += 1;
  }
  for (let place = 0; place < places.length; place += 1) counts[place + 1]! += counts[place]!;
  const starts = counts.slice();
  const sorted = new Uint32Array(counts[places.length]!);
  for (let row = 0; row < codes.length; row += 1) {
    const place = places[codes[row]!]!;
    if (place >= 0) sorted[starts[place]!++] = row;
  }
  for (let place = 0; place < places.length; place += 1)
    shuffle(bits, sorted.subarray(counts[place], counts[place + 1]));
  return sorted;
}
