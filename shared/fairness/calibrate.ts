import { sizeOf } from './against-reference.ts';
import type { Calibration, Verdict } from '#shared/domain/fairness-audit.ts';
import { auditSettings } from './settings.ts';
import { wilson, type Interval } from './share.ts';

/** People whose score lies in one step of the scale, and how many of them have the label. */
export interface ScoreBin {
  from: number;
  to: number;
  people: number;
  hits: number;
  scoreSum: number;
}

/**
 * How the score of a group meets what came: the observed share in each step of the scale, with Wilson's interval, and the
 * expected calibration error, Σ (people / all) · |mean score − observed| (Naeini et al. 2015). The interval of the error
 * takes every step's share at Bonferroni's confidence, so it holds at least as often as it says.
 * @param bins steps of the scale that hold people of the group
 * @param isShare the score is a share of 0…1, so that it can be held against an observed share
 */
export function calibrate(bins: readonly ScoreBin[], isShare: boolean): Calibration {
  return {
    bins: bins.map(({ from, to, people: of, hits, scoreSum }) => ({
      from,
      to,
      people: of,
      hits,
      meanScore: scoreSum / of,
      observed: hits / of,
      ...wilson({ hits, of }, auditSettings.confidence),
    })),
    error: isShare && peopleIn(bins) > 0 ? errorOf(bins, auditSettings.confidence) : null,
  };
}

const peopleIn = (bins: readonly ScoreBin[]): number => bins.reduce((sum, bin) => sum + bin.people, 0);

function errorOf(bins: readonly ScoreBin[], together: number): Interval & { value: number } {
  const people = peopleIn(bins);
  const confidence = 1 - (1 - together) / Math.max(1, bins.length);
  const error = { value: 0, low: 0, high: 0 };
  for (const bin of bins) {
    const share = { hits: bin.hits, of: bin.people };
    const mean = bin.scoreSum / bin.people;
    const limits = wilson(share, confidence);
    const gap = sizeOf({ low: mean - limits.high, high: mean - limits.low });
    error.value += (bin.people / people) * Math.abs(mean - bin.hits / bin.people);
    error.low += (bin.people / people) * gap.low;
    error.high += (bin.people / people) * gap.high;
  }
  return error;
}

/**
 * The error of a group less that of the reference. There is no band for it: the verdict says whether it is more than
 * chance, and never that there is none.
 * @param compared groups that are held against the reference: all of their intervals hold together
 * @returns undefined where the score is no share, or one of both has nobody with a score
 */
export function calibrationAgainst(
  bins: readonly ScoreBin[],
  reference: readonly ScoreBin[],
  { isShare, compared }: { isShare: boolean; compared: number },
): Calibration['against'] {
  const [people, others] = [peopleIn(bins), peopleIn(reference)];
  if (!isShare || people === 0 || others === 0) return undefined;
  const each = 1 - (1 - auditSettings.confidence) / (2 * Math.max(1, compared));
  const [own, base] = [errorOf(bins, each), errorOf(reference, each)];
  const [low, high] = [own.low - base.high, own.high - base.low];
  const isTooSmall = Math.min(people, others) < auditSettings.smallestGroup;
  const verdict: Verdict = isTooSmall ? 'too_small' : low > 0 || high < 0 ? 'disparity_indicated' : 'inconclusive';
  return { value: own.value - base.value, low, high, verdict };
}
