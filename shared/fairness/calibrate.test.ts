import { describe, expect, it } from 'vitest';
import { calibrate, calibrationAgainst, type ScoreBin } from './calibrate.ts';

/** People with one score in one step of the scale. */
const bin = (score: number, people: number, hits: number): ScoreBin => ({
  from: Math.floor(score * 10) / 10,
  to: Math.floor(score * 10) / 10 + 0.1,
  people,
  hits,
  scoreSum: score * people,
});
const right = [bin(0.25, 400, 100), bin(0.75, 400, 300)];
const one = { isShare: true, compared: 1 };

describe('the calibration error beside the reference', () => {
  it('shows a score that says too much of one group, with an interval around the difference', () => {
    const found = calibrationAgainst([bin(0.25, 400, 20), bin(0.75, 400, 100)], right, one);
    expect(found).toMatchObject({ value: expect.closeTo(0.35, 12), verdict: 'disparity_indicated' });
    expect(found!.low).toBeGreaterThan(0);
    expect(found!.high).toBeGreaterThan(0.35);
  });

  it('is inconclusive and never “no disparity” where the limits take in nought', () => {
    expect(calibrationAgainst(right, right, one)).toMatchObject({ value: 0, verdict: 'inconclusive' });
  });

  it('is too small to judge by 29 people', () => {
    expect(calibrationAgainst([bin(0.95, 29, 0)], right, one)?.verdict).toBe('too_small');
    expect(calibrationAgainst([bin(0.95, 30, 0)], right, one)?.verdict).toBe('disparity_indicated');
  });

  it('takes wider limits, the more groups are held against the reference', () => {
    const width = (compared: number): number => {
      const { low, high } = calibrationAgainst([bin(0.45, 90, 40)], right, { isShare: true, compared })!;
      return high - low;
    };
    expect(width(8)).toBeGreaterThan(width(1));
  });

  it('says nothing of a score that is no share, or of nobody', () => {
    expect(calibrationAgainst(right, right, { isShare: false, compared: 1 })).toBeUndefined();
    expect(calibrationAgainst([], right, one)).toBeUndefined();
    expect(calibrate(right, false).error).toBeNull();
  });
});
