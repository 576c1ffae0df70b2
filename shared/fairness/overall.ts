import { sizeOf } from './against-reference.ts';
import type { Overall } from '#shared/domain/fairness-audit.ts';
import type { FairnessMeasure } from '#shared/domain/fairness-audit.ts';
import { auditSettings } from './settings.ts';
import {
  differenceOf,
  rateOf,
  ratioInterval,
  withWilson,
  type Interval,
  type RatioInterval,
  type Share,
} from './share.ts';

/** A group that takes part: its values and its share. */
export interface Member {
  values: (string | null)[];
  share: Share;
  isTooSmall: boolean;
}

/** Pairs of so many. */
const pairs = (members: readonly Member[]): number => (members.length * (members.length - 1)) / 2;

/** Calls for every pair; nothing is kept of them, since a thousand groups make half a million. */
function forEachPair<T>(all: readonly T[], deal: (one: T, other: T) => void): void {
  for (let at = 0; at < all.length; at += 1)
    for (let next = at + 1; next < all.length; next += 1) deal(all[at]!, all[next]!);
}

/** Confidence of each of so many intervals that together hold at the audit's (Bonferroni). */
const eachOf = (many: number): number => 1 - (1 - auditSettings.confidence) / Math.max(1, many);

const inOrder = (members: readonly Member[]): Member[] =>
  [...members].sort((one, other) => rateOf(one.share) - rateOf(other.share));

/**
 * The largest difference between two groups. Every pair has an interval, all of them holding together, and the largest
 * difference lies in the union of their limits: the extremes are not picked first and measured afterwards.
 */
function largestDifference(members: readonly Member[], confidence: number): Interval {
  const largest = { low: 0, high: 0 };
  const measured = members.map(({ share }) => withWilson(share, confidence));
  forEachPair(measured, (one, other) => {
    const size = sizeOf(differenceOf(one, other));
    largest.low = Math.max(largest.low, size.low);
    largest.high = Math.max(largest.high, size.high);
  });
  return largest;
}

/** The smallest ratio of two groups, at most 1; as for the difference. */
function smallestRatio(members: readonly Member[], confidence: number): Interval {
  const smallest = { low: 1, high: 1 };
  const take = ({ low, high }: RatioInterval): void => {
    smallest.low = Math.min(smallest.low, low);
    smallest.high = Math.min(smallest.high, high ?? Infinity);
  };
  forEachPair(members, ({ share: one }, { share: other }) => {
    take(ratioInterval(one, other, confidence));
    take(ratioInterval(other, one, confidence));
  });
  return smallest;
}

/**
 * One measure over all groups: Fairlearn's `demographic_parity_difference` and `…_ratio` for the selection rate, and
 * the like for the others.
 * @returns null for fewer than two groups that have people
 */
export function overallOf(measure: FairnessMeasure, all: readonly Member[]): Overall | null {
  const members = all.filter(({ share }) => share.of > 0);
  if (members.length < 2) return null;
  const confidence = eachOf(pairs(members));
  const order = inOrder(members);
  const [lowest, highest] = [order[0]!, order.at(-1)!];
  const [low, high] = [rateOf(lowest.share), rateOf(highest.share)];
  return {
    measure,
    difference: { value: high - low, ...largestDifference(members, confidence) },
    ...(high === 0 ? {} : { ratio: { value: low / high, ...smallestRatio(members, confidence) } }),
    highest: highest.values,
    lowest: lowest.values,
    tooSmallAmong: members.filter(({ isTooSmall }) => isTooSmall).length,
  };
}

/** Fairlearn's `equalized_odds_difference`: the larger of both largest differences. */
export function overallOdds(truePositive: readonly Member[], falsePositive: readonly Member[]): Overall | null {
  const both = [truePositive, falsePositive].map((all) => all.filter(({ share }) => share.of > 0));
  if (both.some((members) => members.length < 2)) return null;
  const confidence = eachOf(both.reduce((sum, members) => sum + pairs(members), 0));
  const found = both.map((members) => {
    const order = inOrder(members);
    const [lowest, highest] = [order[0]!, order.at(-1)!];
    return {
      value: rateOf(highest.share) - rateOf(lowest.share),
      ...largestDifference(members, confidence),
      highest: highest.values,
      lowest: lowest.values,
    };
  });
  const worst = found[0]!.value >= found[1]!.value ? found[0]! : found[1]!;
  const limit = (side: 'low' | 'high'): number => Math.max(...found.map((one) => one[side]));
  return {
    measure: 'equalisedOdds',
    difference: { value: worst.value, low: limit('low'), high: limit('high') },
    highest: worst.highest,
    lowest: worst.lowest,
    tooSmallAmong: truePositive.filter(({ isTooSmall }) => isTooSmall).length,
  };
}
