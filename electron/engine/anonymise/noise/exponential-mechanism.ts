import { bernoulliExp } from './discrete-noise.ts';
import { below, type RandomBits } from './random-bits.ts';
import type { Rational } from './rational.ts';

/**
 * The exponential mechanism (McSherry, Talwar 2007), exactly: entry i of `scores` is chosen with probability
 * proportional to exp(ε · scoreᵢ / 2Δ). Entries are proposed at random and accepted with exp(−ε (best − scoreᵢ) / 2Δ),
 * which is permute-and-flip (McKenna, Sheldon 2020) with its proposals put back. Put back they must be: only then is
 * the privacy loss bounded in range, by ε, which is what makes one choice ε²/8-zCDP (Cesar, Rogers 2021).
 * @param scores whole numbers that one person can change by `sensitivity` at most; one at least
 * @param epsilon of this choice, above 0
 * @returns the place of the chosen one
 */
export function choose(
  bits: RandomBits,
  scores: readonly number[] | Float64Array,
  sensitivity: number,
  epsilon: Rational,
): number {
  let best = -Infinity;
  for (const score of scores) if (score > best) best = score;
  const under = 2n * BigInt(sensitivity) * epsilon.under;
  for (;;) {
    const at = below(bits, scores.length);
    if (bernoulliExp(bits, epsilon.over * BigInt(best - scores[at]!), under)) return at;
  }
}
