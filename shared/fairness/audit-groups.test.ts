import { describe, expect, it } from 'vitest';
import { auditGroups, type CountedGroup } from './audit-groups.ts';
import type { Grouping, Measured } from '#shared/domain/fairness-audit.ts';

/** Broward County, two years, high = score of 5 or more: counts of ProPublica's notebook (Larson et al. 2016). */
const compas: CountedGroup[] = [
  {
    values: ['African-American'],
    people: 3696,
    chosen: 805 + 1369,
    truePositives: 1369,
    falsePositives: 805,
    falseNegatives: 532,
    trueNegatives: 990,
  },
  {
    values: ['Caucasian'],
    people: 2454,
    chosen: 349 + 505,
    truePositives: 505,
    falsePositives: 349,
    falseNegatives: 461,
    trueNegatives: 1139,
  },
];

const audit = (groups: CountedGroup[], reference: string[] | null = null): Grouping => {
  const found = auditGroups({ columns: ['race'], groups, hasLabel: true, scoreIsShare: false, reference });
  if (found === undefined) throw new Error('No grouping.');
  return found;
};
const of = (grouping: Grouping, group: number, measure: string): Measured => {
  const found = grouping.groups[group]?.measures.find((one) => one.measure === measure);
  if (found === undefined) throw new Error(`No ${measure}.`);
  return found;
};
const group = (value: string, people: number, chosen: number): CountedGroup => ({
  values: [value],
  people,
  chosen,
  truePositives: 0,
  falsePositives: 0,
  falseNegatives: 0,
  trueNegatives: 0,
});
const rates = (...groups: CountedGroup[]) =>
  auditGroups({ columns: ['g'], groups, hasLabel: false, scoreIsShare: false, reference: null })!;

describe('an audit of groups', () => {
  it('gives the published figures of COMPAS, with Wilson’s intervals', () => {
    const found = audit(compas, ['Caucasian']);
    expect(of(found, 0, 'falsePositiveRate')).toMatchObject({
      value: expect.closeTo(0.4485, 4),
      low: expect.closeTo(0.4256, 4),
      high: expect.closeTo(0.4716, 4),
      against: { verdict: 'disparity_indicated' },
    });
    expect(of(found, 0, 'falseNegativeRate')).toMatchObject({
      value: expect.closeTo(0.2799, 4),
      low: expect.closeTo(0.2601, 4),
      high: expect.closeTo(0.3005, 4),
    });
    expect(of(found, 1, 'falsePositiveRate')).toMatchObject({ value: expect.closeTo(0.2345, 4) });
    expect(of(found, 1, 'falseNegativeRate').value).toBeCloseTo(0.4772, 4);
    expect(of(found, 1, 'falsePositiveRate')).not.toHaveProperty('against');
    // Chouldechova 2017: the same score is nearly equal in what a high score is worth.
    expect(of(found, 0, 'positivePredictiveValue').against?.verdict).toBe('no_disparity_detected');
  });

  it('puts an interval on equalised odds, by the worst difference and by the mean', () => {
    const odds = audit(compas, ['Caucasian']).groups[0]?.equalisedOdds;
    expect(odds?.worst.value).toBeCloseTo(805 / 1795 - 349 / 1488, 12);
    expect(odds?.average.value).toBeCloseTo((805 / 1795 - 349 / 1488 + 1369 / 1901 - 505 / 966) / 2, 12);
    for (const { value, low, high } of [odds!.worst, odds!.average]) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(low).toBeGreaterThan(0.1);
    }
    expect(odds?.verdict).toBe('disparity_indicated');
  });

  it('takes the largest group of known value for the reference', () => {
    const unknown = { ...group('', 9000, 900), values: [null] };
    const found = rates(unknown, group('a', 500, 50), group('b', 400, 40));
    expect(found.reference).toEqual({ values: ['a'], why: 'largest' });
    expect(found.groups.map(({ people }) => people)).toEqual([9000, 500, 400]);
  });

  it('says inconclusive and too small where people are few, never that there is nothing', () => {
    const found = rates(
      group('ref', 10_000, 1740),
      group('near', 1369, 173),
      group('few', 25, 0),
      group('rare', 40, 6),
    );
    const verdicts = found.groups.map(({ measures }) => measures[0]?.against?.verdict);
    expect(verdicts).toEqual([undefined, 'inconclusive', 'too_small', 'inconclusive']);
    expect(found.overall[0]).toMatchObject({ measure: 'selectionRate', lowest: ['few'], tooSmallAmong: 1 });
    // Nobody chosen of five hundred is something else than nobody of twenty-five.
    const none = rates(group('ref', 1000, 500), group('none', 500, 0)).groups[1]?.measures[0]?.against;
    expect(none).toMatchObject({ verdict: 'disparity_indicated', ratio: { value: 0, method: 'wilson-bounds' } });
  });

  it('finds no disparity only where the whole interval lies in the band', () => {
    const verdict = (chosen: number): string | undefined =>
      rates(group('ref', 20_000, 10_000), group('b', 20_000, chosen)).groups[1]?.measures[0]?.against?.verdict;
    expect([10_000, 8300, 8000, 7000].map(verdict)).toEqual([
      'no_disparity_detected',
      'no_disparity_detected',
      'inconclusive',
      'disparity_indicated',
    ]);
  });

  it('holds with two thousand crossed groups', () => {
    const many = Array.from({ length: 2000 }, (_, at) => group(`g${at}`, 50 + (at % 7), 10 + (at % 9)));
    const { overall, groups } = rates(...many);
    expect(groups).toHaveLength(2000);
    expect(overall[0]?.difference.high).toBeGreaterThan(overall[0]!.difference.value);
  });

  it('does not find a disparity by looking at many groups of the same rate', () => {
    // One of forty groups lies by chance where a single test would find something: Holm takes it back.
    const many = Array.from({ length: 40 }, (_, at) => group(`g${at}`, 100, at === 7 ? 31 : 50));
    const found = rates(group('ref', 4000, 2000), ...many);
    const odd = found.groups[8]?.measures[0]?.against;
    expect(odd?.p).toBeLessThan(0.001);
    expect(odd?.pAdjusted).toBeGreaterThan(odd!.p * 39);
  });
});
