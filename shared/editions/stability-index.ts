/** Rows of the same step in both editions. */
export interface StepCounts {
  before: number;
  after: number;
}

/**
 * Population stability index: Σ (q − p) ln(q / p) over the steps, p and q their shares before and after (Siddiqi 2006;
 * the sum of both Kullback-Leibler divergences, Jeffreys 1946). Half a row is added to each step, so that an empty one
 * divides by nothing.
 * @returns 0 where nothing is counted on one side
 */
export function stabilityIndex(steps: readonly StepCounts[]): number {
  const all = (side: keyof StepCounts): number => steps.reduce((sum, step) => sum + step[side], 0);
  const [before, after] = [all('before'), all('after')];
  if (before === 0 || after === 0) return 0;
  const share = (rows: number, of: number): number => (rows + 0.5) / (of + 0.5 * steps.length);
  return steps.reduce((sum, step) => {
    const [p, q] = [share(step.before, before), share(step.after, after)];
    return sum + (q - p) * Math.log(q / p);
  }, 0);
}
