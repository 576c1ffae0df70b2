import { breathe } from '#engine/jobs/cancelled.ts';
import type { Problem, Units } from './block.ts';
import { cutTests } from './cut-tests.ts';
import { missedBy, type GroupModel } from './protected-column.ts';
import { below, shuffle, type Random } from './seeded-random.ts';
import { sharedWords } from './shared-memory.ts';

/** Blocks of units, one after the other: those of block b are `order[starts[b]] … order[starts[b + 1] - 1]`. */
export interface Blocks {
  order: Uint32Array;
  starts: Uint32Array;
}

/** So many units stand for a block when it is cut. */
const sampleSize = 1000;
/** So many ways to cut are tried where the best leave a side that misses k or a model. */
const tries = 8;

export const firstRow = ({ start, rows }: Units, unit: number): number =>
  start === undefined || rows === undefined ? unit : rows[start[unit]!]!;

/** Does a part keep to k and to every model, taken as one group? */
function holds({ units, models, k }: Problem, part: Uint32Array): boolean {
  let people = 0;
  for (const unit of part) people += units.counts?.[unit] ?? 1;
  return people >= k && models.every((model) => modelHolds(model, units, part));
}

function modelHolds(model: GroupModel, { start, rows }: Units, part: Uint32Array): boolean {
  const counts = new Uint32Array(model.values);
  let total = 0;
  for (const unit of part) {
    const from = start === undefined ? unit : start[unit]!;
    const end = start === undefined ? unit + 1 : start[unit + 1]!;
    for (let at = from; at < end; at += 1) counts[model.codes[rows === undefined ? at : rows[at]!]!]! += 1;
    total += end - from;
  }
  return missedBy(model, counts, 0, total) === 0;
}

/** Puts the units that pass before those that do not, each in the order they had. @returns how many pass */
function partition(part: Uint32Array, passes: (unit: number) => boolean): number {
  const others: number[] = [];
  let kept = 0;
  for (const unit of part)
    if (passes(unit)) part[kept++] = unit;
    else others.push(unit);
  part.set(others, kept);
  return kept;
}

/** Halves dealt so that each has its share of every protected value. */
function deal({ units, models }: Problem, part: Uint32Array, random: Random): number {
  shuffle(part, random);
  const codes = models[0]?.codes;
  const sorted =
    codes === undefined ? part : part.toSorted((a, b) => codes[firstRow(units, a)]! - codes[firstRow(units, b)]!);
  const half = Math.ceil(part.length / 2);
  const dealt = Uint32Array.from(part, (_, at) => sorted[at < half ? 2 * at : 2 * (at - half) + 1]!);
  part.set(dealt);
  return half;
}

/** Cuts a part in two, in place. @returns how many units the first has; 0 where no cut leaves two that hold */
function cut(problem: Problem, part: Uint32Array, random: Random): number {
  const { columns, units, k } = problem;
  const whole = part.length <= sampleSize;
  const sample = Uint32Array.from({ length: Math.min(part.length, sampleSize) }, (_, at) =>
    firstRow(units, part[whole ? at : below(random, part.length)]!),
  );
  const least = 10 * k;
  const bothHold = (size: number): boolean =>
    size >= least &&
    part.length - size >= least &&
    holds(problem, part.subarray(0, size)) &&
    holds(problem, part.subarray(size));
  for (const { column, low, high } of cutTests(columns, sample).slice(0, tries)) {
    const { codes } = columns[column]!;
    const size = partition(part, (unit) => {
      const code = codes[firstRow(units, unit)]!;
      return code >= low && code <= high;
    });
    if (bothHold(size)) return size;
  }
  const half = deal(problem, part, random);
  return bothHold(half) ? half : 0;
}

/**
 * Cuts units into blocks of at most `most`, like with like: each cut is the test of one column that lowers the mean
 * distance of two units of a side most. A block by itself keeps to k and the models. One that cannot be cut so stays
 * whole, however large.
 * @throws Failure JOB_CANCELLED
 */
export async function cutBlocks(
  problem: Problem,
  units: Uint32Array,
  most: number,
  random: Random,
  signal: AbortSignal | undefined,
): Promise<Blocks> {
  const order = sharedWords(units.length);
  order.set(units);
  const starts: number[] = [0];
  const open: [number, number][] = [[0, order.length]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, end] = next;
    const size = end - from <= most ? 0 : cut(problem, order.subarray(from, end), random);
    if (size === 0) starts.push(end);
    else open.push([from + size, end], [from, from + size]);
    await breathe(signal);
  }
  const shared = sharedWords(starts.length);
  shared.set(starts);
  return { order, starts: shared };
}
