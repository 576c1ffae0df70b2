import { hash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { breathe } from '#engine/jobs/cancelled.ts';
import { filled, sizeOf, sizeOfAll, type ValueShape } from './value-range.ts';

/** Tries of one column: enough to see the rate, and all of a small range. */
const mostTries = 500_000;
const pauseAfter = 20_000;

/** The value at a place of a range, in the order of its shapes. */
function valueAt(shapes: readonly ValueShape[], place: number): string {
  let at = place;
  for (const shape of shapes) {
    const size = sizeOf(shape);
    if (at < size) {
      const each = 10 ** shape.free;
      const rest = shape.free === 0 ? '' : String(at % each).padStart(shape.free, '0');
      return filled(shape, `${shape.prefixes[Math.floor(at / each)] ?? ''}${rest}`);
    }
    at -= size;
  }
  return '';
}

/**
 * Tries values of a range, all of it where it is small and places spread evenly over it where it is not.
 * @returns how many were tried, and how many of the digests were found
 * @throws Failure JOB_CANCELLED
 */
export async function tryValues(
  shapes: readonly ValueShape[],
  digests: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<{ tried: number; undone: number }> {
  const size = sizeOfAll(shapes);
  const tried = Math.min(size, mostTries);
  const found = new Set<string>();
  for (let at = 0; at < tried; at += 1) {
    const digest = hash('sha256', valueAt(shapes, Math.floor((at * size) / tried)));
    if (digests.has(digest)) found.add(digest);
    if (at % pauseAfter === 0) await breathe(signal);
  }
  return { tried, undone: found.size };
}

let measured: number | null = null;
const measuredTries = 200_000;

/** One figure that counts: a second run tells the same. */
const rough = (value: number): number => {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(value)));
  return Math.max(1, Math.round(value / scale) * scale);
};

/** SHA-256 of short texts in a second, on one core of this machine, by this program; measured once. */
export function triesPerSecond(): number {
  if (measured !== null) return measured;
  const began = performance.now();
  for (let at = 0; at < measuredTries; at += 1) hash('sha256', `+49151${at + 10_000_000}`);
  measured = rough((measuredTries / (performance.now() - began)) * 1000);
  return measured;
}
