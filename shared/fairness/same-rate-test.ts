import { normalCdf } from './normal.ts';
import { rateOf, type Share } from './share.ts';

/** Tables at least as unlikely as the one seen, up to what a double cannot tell apart. */
const asUnlikely = 1 + 1e-7;

/**
 * Fisher's exact test of two shares, two-sided: the chance of every table with the same margins that is no likelier
 * than the one seen. Weights run from the likeliest table outwards, so nothing overflows.
 */
export function fisherExact(a: Share, b: Share): number {
  const hits = a.hits + b.hits;
  const lowest = Math.max(0, hits - b.of);
  const highest = Math.min(a.of, hits);
  const likeliest = Math.min(highest, Math.max(lowest, Math.floor(((hits + 1) * (a.of + 1)) / (a.of + b.of + 2))));
  const weights = new Map([[likeliest, 1]]);
  for (let at = likeliest; at < highest; at += 1)
    weights.set(at + 1, ((weights.get(at) ?? 0) * ((hits - at) * (a.of - at))) / ((at + 1) * (b.of - hits + at + 1)));
  for (let at = likeliest; at > lowest; at -= 1)
    weights.set(at - 1, ((weights.get(at) ?? 0) * (at * (b.of - hits + at))) / ((hits - at + 1) * (a.of - at + 1)));
  const seen = weights.get(a.hits) ?? 0;
  const all = [...weights.values()];
  const sum = (of: readonly number[]): number => of.reduce((total, weight) => total + weight, 0);
  return Math.min(1, sum(all.filter((weight) => weight <= seen * asUnlikely)) / sum(all));
}

/** Two-sided z test of two shares with the pooled rate. */
export function pooledZ(a: Share, b: Share): number {
  const rate = (a.hits + b.hits) / (a.of + b.of);
  const error = Math.sqrt(rate * (1 - rate) * (1 / a.of + 1 / b.of));
  if (error === 0) return 1;
  return 2 * normalCdf(-Math.abs(rateOf(a) - rateOf(b)) / error);
}

/** Smallest expected count for which the normal approximation is taken (Cochran 1954). */
const enoughExpected = 5;

/** Chance of a difference at least as large where both shares come from one rate, and by which test. */
export function sameRateTest(a: Share, b: Share): { p: number; test: 'fisher' | 'z' } {
  const rate = (a.hits + b.hits) / (a.of + b.of);
  const expected = [a.of, b.of].flatMap((of) => [of * rate, of * (1 - rate)]);
  return Math.min(...expected) < enoughExpected
    ? { p: fisherExact(a, b), test: 'fisher' }
    : { p: pooledZ(a, b), test: 'z' };
}

/** Holm's step-down adjustment (Holm 1979): p values of one family, in the order given. */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const adjusted = [...values];
  let highest = 0;
  order.forEach((at, rank) => {
    highest = Math.max(highest, Math.min(1, (values[at] ?? 0) * (values.length - rank)));
    adjusted[at] = highest;
  });
  return adjusted;
}
