import type { ColumnState, Hypothesis } from './hypothesis.ts';

/**
 * Confidence (0..1) that the class is right: from how much speaks for the leading type, how far the next one is behind, and whether both
 * have the same class.
 */
export function confidenceOf(column: ColumnState, first: Hypothesis | undefined, second: Hypothesis | undefined, sameClass: boolean): number {
  if (!first) return 0.3;
  const margin = first.score - (sameClass ? 0 : (second?.score ?? 0));
  return Math.round(Math.min(0.99, 0.5 + 0.3 * Math.min(1, first.score) + 0.2 * Math.min(1, margin)) * 100) / 100;
}
