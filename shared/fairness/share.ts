import { zOfConfidence } from './normal.ts';

/** So many of so many: `hits` of `of` people, both whole numbers, 0 ≤ hits ≤ of. */
export interface Share {
  hits: number;
  of: number;
}

/** Two-sided limits. */
export interface Interval {
  low: number;
  high: number;
}

export const rateOf = ({ hits, of }: Share): number => hits / of;

/**
 * Wilson's score interval of a share (Wilson 1927; Newcombe 1998, method 3, without continuity correction).
 * @param share of more than nobody
 */
export function wilson({ hits, of }: Share, confidence = 0.95): Interval {
  const z = zOfConfidence(confidence);
  const rate = hits / of;
  const spread = 1 + (z * z) / of;
  const centre = (rate + (z * z) / (2 * of)) / spread;
  const half = (z / spread) * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of));
  return { low: hits === 0 ? 0 : Math.max(0, centre - half), high: hits === of ? 1 : Math.min(1, centre + half) };
}

/** A share with its own interval. */
export interface Measured extends Interval {
  rate: number;
}

export const withWilson = (share: Share, confidence = 0.95): Measured => ({
  rate: rateOf(share),
  ...wilson(share, confidence),
});

/** Newcombe's interval of a difference, from two shares whose own intervals are known. */
export const differenceOf = (a: Measured, b: Measured): Interval => ({
  low: a.rate - b.rate - Math.hypot(a.rate - a.low, b.high - b.rate),
  high: a.rate - b.rate + Math.hypot(a.high - a.rate, b.rate - b.low),
});

/** Difference of two independent shares, `a` − `b`: Newcombe's hybrid score interval (Newcombe 1998, method 10). */
export const newcombe = (a: Share, b: Share, confidence = 0.95): Interval =>
  differenceOf(withWilson(a, confidence), withWilson(b, confidence));

export interface RatioInterval {
  low: number;
  /** Null: without limit, since the lower limit of the second share is zero. */
  high: number | null;
  method: 'katz' | 'wilson-bounds';
}

/**
 * Ratio of two independent shares, `a` / `b`: Katz's log interval (Katz et al. 1978). Where nobody or everybody of a
 * side was hit it is not defined, or takes that side for certain (one of one would have no width). There the limits of
 * the two Wilson intervals are divided, each at half the error, so that both hold together: wider, and never an interval
 * of no width.
 */
export function ratioInterval(a: Share, b: Share, confidence = 0.95): RatioInterval {
  if ([a, b].every(({ hits, of }) => hits > 0 && hits < of)) {
    const variance = 1 / a.hits - 1 / a.of + 1 / b.hits - 1 / b.of;
    const half = zOfConfidence(confidence) * Math.sqrt(variance);
    const ratio = rateOf(a) / rateOf(b);
    return { low: ratio * Math.exp(-half), high: ratio * Math.exp(half), method: 'katz' };
  }
  const each = 1 - (1 - confidence) / 2;
  const [ofA, ofB] = [wilson(a, each), wilson(b, each)];
  return { low: ofA.low / ofB.high, high: ofB.low > 0 ? ofA.high / ofB.low : null, method: 'wilson-bounds' };
}
