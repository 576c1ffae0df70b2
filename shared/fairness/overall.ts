import { sizeOf } from './against-reference.ts';
import type { Overall } from '#shared/domain/fairness-audit.ts';
import type { FairnessMeasure } from '#shared/domain/fairness-audit.ts';
import { auditSettings } from './settings.ts';
import { newcombe, rateOf, ratioInterval, type Interval, type Share } from './share.ts';

/** A group that takes part: its values and its share. */
export interface Member {
  values: (string | null)[];
  share: Share;
  isTooSmall: boolean;
}

const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]));

/** Confidence of each of so many intervals that together hold at the audit's (Bonferroni). */
const eachOf = (many: number): number => 1 - (1 - auditSettings.confidence) / Math.max(1, many);

const inOrder = (members: readonly Member[]): Member[] =>
  [...members].sort((one, other) => rateOf(one.share) - rateOf(other.share));

/**
 * The largest difference between two groups. Every pair has an interval, all of them holding together, and the largest
 * difference lies in the union of their limits: the extremes are not picked first and measured afterwards.
 */
function largestDifference(members: readonly Member[], confidence: number): Interval {
  const sizes = pairsOf(members).map(([one, other]) => sizeOf(newcombe(one.share, other.share, confidence)));
  return { low: Math.max(...sizes.map(({ low }) => low)), high: Math.max(...sizes.map(({ high }) => high)) };
}

/** The smallest ratio of two groups, at most 1; as for the difference. */
function smallestRatio(members: readonly Member[], confidence: number): Interval {
  const both = pairsOf(members).flatMap(([one, other]) => [
    ratioInterval(one.share, other.share, confidence),
    ratioInterval(other.share, one.share, confidence),
  ]);
  return {
    low: Math.min(1, ...both.map(({ low }) => low)),
    high: Math.min(1, ...both.map(({ high }) => high ?? Infinity)),
  };
}

/**
 * One measure over all groups: Fairlearn's `demographic_parity_difference` and `…_ratio` for the selection rate, and
 * the like for the others.
 * @returns null for fewer than two groups that have people
 */
export function overallOf(measure: FairnessMeasure, all: readonly Member[]): Overall | null {
  const members = all.filter(({ share }) => share.of > 0);
  if (members.length < 2) return null;
  const confidence = eachOf(pairsOf(members).length);
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
  const confidence = eachOf(both.reduce((sum, members) => sum + pairsOf(members).length, 0));
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
