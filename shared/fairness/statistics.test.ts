import { describe, expect, it } from 'vitest';
import { normalCdf, zOfConfidence } from './normal.ts';
import { fisherExact, holm, sameRateTest } from './same-rate-test.ts';
import { newcombe, ratioInterval, wilson } from './share.ts';

const near = (value: number | null, expected: number, digits = 4) => expect(value).toBeCloseTo(expected, digits);

describe('intervals and tests of shares', () => {
  it('know the normal distribution (tables of R’s pnorm and qnorm)', () => {
    near(normalCdf(0), 0.5, 15);
    near(normalCdf(1.96), 0.9750021048517795, 14);
    near(normalCdf(-3), 0.0013498980316300933, 14);
    near(zOfConfidence(0.95), 1.959963984540054, 10);
    near(zOfConfidence(0.99), 2.5758293035489, 10);
  });

  it('give Wilson, Newcombe, Katz and Fisher of 30 in 100 against 50 in 100', () => {
    const [a, b] = [
      { hits: 30, of: 100 },
      { hits: 50, of: 100 },
    ];
    expect(wilson(a)).toEqual({ low: expect.closeTo(0.2189, 4), high: expect.closeTo(0.3958, 4) });
    expect(wilson(b)).toEqual({ low: expect.closeTo(0.4038, 4), high: expect.closeTo(0.5962, 4) });
    expect(newcombe(a, b)).toEqual({ low: expect.closeTo(-0.3258, 4), high: expect.closeTo(-0.0642, 4) });
    expect(ratioInterval(a, b)).toEqual({
      low: expect.closeTo(0.4195, 4),
      high: expect.closeTo(0.8581, 4),
      method: 'katz',
    });
    near(fisherExact(a, b), 0.0059);
    expect(sameRateTest(a, b).test).toBe('z');
  });

  it('give much wider ones of 3 in 10 against 5 in 10, and the exact test', () => {
    const [a, b] = [
      { hits: 3, of: 10 },
      { hits: 5, of: 10 },
    ];
    expect(newcombe(a, b)).toEqual({ low: expect.closeTo(-0.5261, 4), high: expect.closeTo(0.2017, 4) });
    expect(ratioInterval(a, b)).toMatchObject({ low: expect.closeTo(0.1935, 4), high: expect.closeTo(1.8603, 4) });
    expect(sameRateTest(a, b)).toEqual({ p: expect.closeTo(0.6499, 4), test: 'fisher' });
  });

  it('bound a ratio where nobody was hit, or everybody', () => {
    const none = { hits: 0, of: 12 };
    const some = { hits: 5, of: 20 };
    expect(wilson(none)).toEqual({ low: 0, high: expect.closeTo(0.2425, 4) });
    expect(newcombe(none, some)).toEqual({ low: expect.closeTo(-0.4687, 4), high: expect.closeTo(0.0291, 4) });
    near(fisherExact(none, some), 0.1301);
    expect(ratioInterval(none, some)).toMatchObject({ low: 0, method: 'wilson-bounds' });
    expect(ratioInterval(some, none).high).toBeNull();
    const all = ratioInterval({ hits: 40, of: 40 }, { hits: 50, of: 50 });
    expect(all.low).toBeLessThan(0.95);
    expect(all.high).toBeGreaterThan(1.05);
    // One of one is no certainty: who was chosen among others may have been so by chance.
    const one = ratioInterval({ hits: 1, of: 1 }, { hits: 432, of: 720 });
    expect(one.low).toBeLessThan(0.5);
    expect(one.method).toBe('wilson-bounds');
  });

  it('test large tables without overflow (SciPy: fisher_exact([[45200, 4800], [1010, 90]]))', () => {
    near(fisherExact({ hits: 45_200, of: 50_000 }, { hits: 1010, of: 1100 }), 0.11999579651573744, 9);
  });

  it('adjust a family of tests step by step (Holm 1979)', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((expected, at) => near(adjusted[at] ?? null, expected, 12));
  });
});
