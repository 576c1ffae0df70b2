import type { AttackVerdict } from '#shared/domain/attack-results.ts';

/** Two-sided 95 %. */
const z = 1.96;

/** Middle and half-width of an interval, 0…1. */
export interface Interval {
  middle: number;
  half: number;
}

/**
 * Wilson's score interval of a share (Wilson 1927). @param share successes over `targets`, 0…1
 * @param targets how many were tried; 0: nothing is known
 */
export function wilson(share: number, targets: number): Interval {
  if (targets === 0) return { middle: 0.5, half: 0.5 };
  const scale = 1 + (z * z) / targets;
  return {
    middle: (share + (z * z) / (2 * targets)) / scale,
    half: (z * Math.sqrt((share * (1 - share)) / targets + (z * z) / (4 * targets * targets))) / scale,
  };
}

/** The risk of an attack and its interval, 0…1. */
export interface AttackRisk {
  risk: number;
  low: number;
  high: number;
}

/** How often an attack succeeded on those who were in, and on those who were not. */
export interface Tried {
  /** Share of successes, 0…1. */
  main: number;
  control: number;
  mainTargets: number;
  controlTargets: number;
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * What an attack gains of somebody because they are in: (main − control) / (1 − control), the errors of both Wilson
 * intervals carried through (Giomi, Boenisch, Wehmeyer and Tasnádi 2023, "A Unified Framework for Quantifying Privacy Risk in
 * Synthetic Data", PoPETs 2023(2), section 4).
 */
export function attackRisk({ main, control, mainTargets, controlTargets }: Tried): AttackRisk {
  if (mainTargets === 0 || controlTargets === 0) return { risk: 0, low: 0, high: 1 };
  const [a, b] = [wilson(main, mainTargets), wilson(control, controlTargets)];
  const left = 1 - b.middle;
  const risk = (a.middle - b.middle) / left;
  const half = Math.hypot(a.half / left, (b.half * (1 - a.middle)) / (left * left));
  return { risk: within(risk), low: within(risk - half), high: within(risk + half) };
}

/**
 * Targets a side from which on an interval can end below the limit where there is no risk at all: with main and control
 * both c its half-width is z √(2c / (N (1 − c))), so N ≥ 2 z² / limit² · c / (1 − c); 768 c / (1 − c) for 0.1.
 */
export function targetsNeeded(control: number, limit: number): number {
  return control >= 1 ? Infinity : (((2 * z * z) / (limit * limit)) * control) / (1 - control);
}

/**
 * Refused where even the lower end is above the limit; it cannot be judged where the targets are too few, or the success
 * of strangers is too common, for an interval to tell; else passed.
 */
export function attackVerdict(tried: Tried, limit: number): AttackVerdict {
  const { mainTargets, controlTargets, control } = tried;
  const targets = Math.min(mainTargets, controlTargets);
  if (targets === 0) return 'cannot-be-judged';
  if (attackRisk(tried).low > limit) return 'refused';
  return targets < targetsNeeded(wilson(control, controlTargets).middle, limit) ? 'cannot-be-judged' : 'passed';
}
