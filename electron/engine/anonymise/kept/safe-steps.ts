import type { AxisStep } from './axis.ts';

/** A step with its rows, and how many people these are of at least. */
export interface CountedStep {
  step: AxisStep;
  before: number;
  after: number;
  peopleBefore: number;
  peopleAfter: number;
}

interface Limits {
  least: number;
  /** A person may have rows in several steps: then those of two steps together are at least those of the fuller one. */
  repeats: boolean;
}

/** Enough people before, and after either nobody or enough. */
const isSafe = ({ peopleBefore, peopleAfter, after }: CountedStep, least: number): boolean =>
  peopleBefore >= least && (after === 0 || peopleAfter >= least);

function joined(a: CountedStep, b: CountedStep, { repeats }: Limits): CountedStep {
  const people = (one: number, other: number): number => (repeats ? Math.max(one, other) : one + other);
  return {
    step: a.step.is === 'range' && b.step.is === 'range' ? { ...a.step, to: b.step.to } : b.step,
    before: a.before + b.before,
    after: a.after + b.after,
    peopleBefore: people(a.peopleBefore, b.peopleBefore),
    peopleAfter: people(a.peopleAfter, b.peopleAfter),
  };
}

/** Joins neighbouring ranges until each is safe; none where the whole axis is not. */
function safeRanges(fine: readonly CountedStep[], limits: Limits): CountedStep[] {
  const found: CountedStep[] = [];
  let open: CountedStep | null = null;
  for (const step of fine) {
    open = open === null ? step : joined(open, step, limits);
    if (!isSafe(open, limits.least)) continue;
    found.push(open);
    open = null;
  }
  while (open !== null && found.length > 0) {
    open = joined(found.pop()!, open, limits);
    if (isSafe(open, limits.least)) return [...found, open];
  }
  return found;
}

/** Puts values that are not safe with the others, and then the rarest ones until these are safe, too, or nobody's. */
function safeValues(values: readonly CountedStep[], others: CountedStep, limits: Limits): CountedStep[] {
  const shown = values.filter((value) => isSafe(value, limits.least));
  let rest = values
    .filter((value) => !isSafe(value, limits.least))
    .reduce((sum, value) => joined(value, sum, limits), others);
  const rarest = shown.toSorted((a, b) => b.before - a.before);
  while (rest.before + rest.after > 0 && !isSafe(rest, limits.least) && rarest.length > 0)
    rest = joined(rarest.pop()!, rest, limits);
  const left = shown.filter((value) => rarest.includes(value));
  return rest.before + rest.after > 0 ? (isSafe(rest, limits.least) ? [...left, rest] : []) : left;
}

/**
 * The steps that may be shown: each has at least `least` people before, and after either nobody or so many. What has no
 * value is shown where that holds of it, and left away where it does not. Null where no two steps are left.
 */
export function safeSteps(steps: readonly CountedStep[], limits: Limits): CountedStep[] | null {
  const of = (is: AxisStep['is']): CountedStep[] => steps.filter(({ step }) => step.is === is);
  const [others] = of('other');
  const shown = others === undefined ? safeRanges(of('range'), limits) : safeValues(of('value'), others, limits);
  const none = of('none').filter((step) => isSafe(step, limits.least));
  return shown.length + none.length < 2 || shown.length === 0 ? null : [...shown, ...none];
}

/** 1 − ½ Σ |share before − share after|; null where either side has no rows. */
export function sameShare(steps: readonly { before: number; after: number }[]): number | null {
  const sum = (side: 'before' | 'after'): number => steps.reduce((all, step) => all + step[side], 0);
  const [before, after] = [sum('before'), sum('after')];
  if (before === 0 || after === 0) return null;
  return 1 - steps.reduce((all, step) => all + Math.abs(step.before / before - step.after / after), 0) / 2;
}
