import { describe, expect, it } from 'vitest';
import { attackers } from './attackers.ts';
import { individualRisk } from './individual-risk.ts';

describe('the individual risk', () => {
  /** E[1/F | f] term by term, F − f negative binomial. */
  const bySum = (f: number, p: number): number => {
    let [sum, chance] = [0, p ** f];
    for (let extra = 0; extra < 20_000; extra += 1) {
      sum += chance / (f + extra);
      chance *= ((f + extra) / (extra + 1)) * (1 - p);
    }
    return sum;
  };

  it('is exact for one and two people', () => {
    for (const p of [0.01, 0.2, 0.7, 0.99, 0.999_99])
      for (const f of [1, 2]) expect(individualRisk(f, p)).toBeCloseTo(bySum(f, p), 9);
  });

  it('is close for more, falls with the size, and is 1/size where everybody is in the file', () => {
    for (const p of [0.05, 0.3, 0.8]) {
      for (const f of [3, 5, 12]) expect(Math.abs(individualRisk(f, p) / bySum(f, p) - 1)).toBeLessThan(0.12);
      expect(individualRisk(3, p)).toBeLessThan(individualRisk(2, p));
    }
    expect([1, 2, 9].map((f) => individualRisk(f, 1))).toEqual([1, 1 / 2, 1 / 9]);
  });
});

describe('the three attackers', () => {
  /** 1 class of one, 2 of two, 1 of five: 10 rows. */
  const classes = [
    { size: 1, rows: 1, classes: 1, population: 4 },
    { size: 2, rows: 2, classes: 1, population: 2 },
    { size: 2, rows: 2, classes: 1, population: 10 },
    { size: 5, rows: 5, classes: 1, population: 20 },
  ];

  it('are those of the definitions where the population was counted', () => {
    const told = attackers(classes, { population: 36, counted: true, threshold: 0.2 });
    expect(told.prosecutor.max).toBe(1);
    expect(told.prosecutor.average).toBeCloseTo(4 / 10, 12);
    expect(told.prosecutor.above).toEqual({ threshold: 0.2, rows: 5, share: 0.5 });
    // 1/F: 1/4, 1/2, 1/10, 1/20.
    expect(told.journalist.max).toBe(0.5);
    expect(told.marketer.average).toBeCloseTo((1 / 4 + 2 / 2 + 2 / 10 + 5 / 20) / 10, 12);
    expect(told.journalist.average).toBeCloseTo(Math.max(4 / 36, told.marketer.average), 12);
    expect(told.journalist.above).toEqual({ threshold: 0.2, rows: 3, share: 0.3 });
    expect(told.journalist.basis).toBe('population-file');
  });

  it('takes the file for the population where nothing else is known, and never finds fewer people than it holds', () => {
    const told = attackers(classes, { population: null, counted: false, threshold: 0.2 });
    expect(told.journalist).toMatchObject({ ...told.prosecutor, basis: 'file' });
    expect(told.marketer.average).toBeCloseTo(0.4, 12);
    const less = attackers([{ size: 3, rows: 3, classes: 2, population: 1 }], {
      population: 6,
      counted: true,
      threshold: 0.5,
    });
    expect(less.journalist.max).toBeCloseTo(1 / 3, 12);
  });

  it('goes by the expected chance where only the number of people is known', () => {
    const told = attackers(classes, { population: 100, counted: false, threshold: 0.05 });
    const risks = [1, 2, 2, 5].map((f) => f * individualRisk(f, 0.1));
    const mean = risks.reduce((a, b) => a + b, 0) / 10;
    expect(told.journalist.max).toBeCloseTo(individualRisk(1, 0.1), 12);
    expect(told.marketer.average).toBeCloseTo(mean, 12);
    expect(told.journalist.average).toBeCloseTo(Math.max(4 / 100, mean), 12);
    expect(told.journalist.basis).toBe('population-size');
  });

  it('says nothing of no rows', () => {
    const told = attackers([], { population: null, counted: false, threshold: 0.2 });
    expect([told.prosecutor.max, told.prosecutor.average, told.marketer.average]).toEqual([0, 0, 0]);
  });
});
