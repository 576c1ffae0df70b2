import type { Measured, Odds, Verdict } from '#shared/domain/fairness-audit.ts';
import { holm, sameRateTest } from './same-rate-test.ts';
import { auditSettings } from './settings.ts';
import { newcombe, rateOf, ratioInterval, wilson, type Interval, type Share } from './share.ts';
import type { FairnessMeasure } from '#shared/domain/fairness-audit.ts';

const { band, alpha, confidence, smallestGroup, smallestExpected } = auditSettings;

/** Too few people, or too few hits expected at the rate of both together, for any verdict. */
function isTooSmall(a: Share, b: Share): boolean {
  const rate = (a.hits + b.hits) / (a.of + b.of);
  return [a, b].some(({ of }) => of < smallestGroup || of * rate < smallestExpected);
}

function judge(a: Share, b: Share, { low, high }: { low: number; high: number | null }, pAdjusted: number): Verdict {
  if (isTooSmall(a, b)) return 'too_small';
  const isOutside = low > band.high || (high !== null && high < band.low);
  if (isOutside) return pAdjusted < alpha ? 'disparity_indicated' : 'inconclusive';
  return low >= band.low && high !== null && high <= band.high ? 'no_disparity_detected' : 'inconclusive';
}

function bare(measure: FairnessMeasure, share: Share): Measured {
  const { hits, of } = share;
  if (of === 0) return { measure, hits, of, value: null, low: null, high: null };
  return { measure, hits, of, value: rateOf(share), ...wilson(share, confidence) };
}

/**
 * One measure of every group, beside that of the reference.
 * @param shares a share per group, in order
 * @param reference index of the reference
 * @returns in the same order
 */
export function measureAgainst(measure: FairnessMeasure, shares: readonly Share[], reference: number): Measured[] {
  const base = shares[reference] ?? { hits: 0, of: 0 };
  const compared = shares.map((share, at) => (at === reference || share.of === 0 || base.of === 0 ? null : share));
  const tests = compared.map((share) => share && sameRateTest(share, base));
  const adjusted = holm(tests.flatMap((test) => (test === null ? [] : [test.p])));
  let next = 0;
  return shares.map((share, at) => {
    const test = tests[at];
    if (!test) return bare(measure, share);
    const pAdjusted = adjusted[next++] ?? 1;
    const ratio = ratioInterval(share, base, confidence);
    return {
      ...bare(measure, share),
      against: {
        difference: { value: rateOf(share) - rateOf(base), ...newcombe(share, base, confidence) },
        ratio: { value: base.hits === 0 ? null : rateOf(share) / rateOf(base), ...ratio },
        ...test,
        pAdjusted,
        verdict: judge(share, base, ratio, pAdjusted),
      },
    };
  });
}

/** Limits of the size of a difference, from those of the difference. */
export const sizeOf = ({ low, high }: Interval): Interval => ({
  low: Math.max(0, low, -high),
  high: Math.max(Math.abs(low), Math.abs(high)),
});

const worstFirst: readonly Verdict[] = ['disparity_indicated', 'too_small', 'inconclusive', 'no_disparity_detected'];

interface Rates {
  truePositive: Share;
  falsePositive: Share;
}

/**
 * Equalised odds of a group beside the reference (Hardt et al. 2016). `worst` is the larger size of both differences, as
 * Fairlearn's `equalized_odds_difference` of two groups; its interval joins two of Newcombe's, each at half the error
 * (Bonferroni), so it holds at least as often as it says, and needs no chance. `average` is AIF360's mean of both
 * differences; its interval is the square-and-add of independent estimates (Zou and Donner 2008).
 * @returns undefined where a rate has nobody to be measured on
 */
export function equalisedOdds(a: Rates, b: Rates, verdicts: readonly Verdict[]): Odds | undefined {
  if ([a, b].some(({ truePositive, falsePositive }) => truePositive.of === 0 || falsePositive.of === 0))
    return undefined;
  const differences = (['truePositive', 'falsePositive'] as const).map((rate) => rateOf(a[rate]) - rateOf(b[rate]));
  const limits = (each: number): Interval[] => [
    newcombe(a.truePositive, b.truePositive, each),
    newcombe(a.falsePositive, b.falsePositive, each),
  ];
  const sizes = limits(1 - (1 - confidence) / 2).map(sizeOf);
  const average = (differences[0]! + differences[1]!) / 2;
  const plain = limits(confidence);
  const reach = (side: 'low' | 'high'): number =>
    Math.hypot(...plain.map((limit, at) => (limit[side] - (differences[at] ?? 0)) / 2));
  return {
    worst: {
      value: Math.max(...differences.map(Math.abs)),
      low: Math.max(...sizes.map(({ low }) => low)),
      high: Math.max(...sizes.map(({ high }) => high)),
    },
    average: { value: average, low: average - reach('low'), high: average + reach('high') },
    verdict: worstFirst.find((one) => verdicts.includes(one)) ?? 'inconclusive',
  };
}
