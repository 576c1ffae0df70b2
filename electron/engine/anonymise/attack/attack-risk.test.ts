import { describe, expect, it } from 'vitest';
import { attackRisk, attackVerdict, targetsNeeded, wilson } from './attack-risk.ts';
import { chanceOf } from './chance.ts';

const tried = (main: number, control: number, targets: number) => ({
  main,
  control,
  mainTargets: targets,
  controlTargets: targets,
});

describe('the interval of a share', () => {
  it.each([
    // Values of Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d is between %f and %f', (successes, of, low, high) => {
    const { middle, half } = wilson(successes / of, of);
    expect(middle - half).toBeCloseTo(low, 4);
    expect(middle + half).toBeCloseTo(high, 4);
  });

  it('tells nothing of nobody', () => {
    expect(wilson(0, 0)).toEqual({ middle: 0.5, half: 0.5 });
  });
});

describe('the risk', () => {
  it('is what being in adds to what strangers leave', () => {
    expect(attackRisk(tried(0.6, 0.2, 1_000_000)).risk).toBeCloseTo(0.5, 4);
    expect(attackRisk(tried(1, 0.9, 1_000_000)).risk).toBeCloseTo(1, 3);
    expect(attackRisk(tried(0.2, 0.6, 1000))).toMatchObject({ risk: 0, low: 0, high: 0 });
    expect(attackRisk({ main: 1, control: 0, mainTargets: 0, controlTargets: 9 })).toEqual({
      risk: 0,
      low: 0,
      high: 1,
    });
  });

  it.each([
    [0.3, 0.2, 400],
    [0.8, 0.7, 900],
    [0.1, 0.02, 2000],
  ])('lies in its interval as often as it says: main %f, control %f, %d targets', (main, control, targets) => {
    const chance = chanceOf(targets);
    const share = (of: number): number =>
      Array.from({ length: targets }, chance).filter((x) => x < of).length / targets;
    const truth = (main - control) / (1 - control);
    const runs = 1000;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const { low, high } = attackRisk(tried(share(main), share(control), targets));
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.98);
  });
});

describe('the answer', () => {
  it('needs 768 c / (1 − c) targets for a limit of 0.1', () => {
    expect(targetsNeeded(0.5, 0.1)).toBeCloseTo(768.32, 2);
    expect(targetsNeeded(0.9, 0.1)).toBeCloseTo(768.32 * 9, 1);
    expect(targetsNeeded(0.5, 0.2)).toBeCloseTo(768.32 / 4, 2);
    expect(targetsNeeded(1, 0.1)).toBe(Infinity);
  });

  it('is that many because then an interval around no risk ends at the limit', () => {
    for (const control of [0.2, 0.5, 0.85]) {
      const targets = Math.ceil(targetsNeeded(control, 0.1));
      const { high } = attackRisk(tried(control, control, targets));
      expect(Math.abs(high - 0.1)).toBeLessThan(0.002);
    }
  });

  it.each([
    ['refused', 0.9, 0.5, 2000],
    ['refused', 1, 0.2, 60],
    ['passed', 0.51, 0.5, 2000],
    ['passed', 0, 0, 600],
    ['cannot-be-judged', 0.51, 0.5, 300],
    ['cannot-be-judged', 0.991, 0.99, 5000],
    ['cannot-be-judged', 1, 1, 100_000],
    ['cannot-be-judged', 0, 0, 0],
    // Above the limit, and the interval reaches below it: it is not refused.
    ['passed', 0.57, 0.5, 2000],
  ] as const)('is %s for main %f, control %f, %d targets', (verdict, main, control, targets) => {
    expect(attackVerdict(tried(main, control, targets), 0.1)).toBe(verdict);
  });
});
