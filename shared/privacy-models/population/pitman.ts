import { findRoot } from './find-root.ts';
import { digamma, lnGamma, trigamma } from './gamma.ts';
import type { Sampled } from './sampled-classes.ts';

/** Parameters of Pitman's model: theta > −alpha, 0 ≤ alpha < 1. */
export interface PitmanFit {
  theta: number;
  alpha: number;
}

/** Logarithms of theta + alpha between which theta is looked for; above, digamma has no digits left to tell it. */
const thetas = { from: -25, to: 27 };
/** Alpha nearer to 1 than this is no estimate: the sample shows next to no class of two. */
const nearOne = 1 - 1e-7;
/** Below this alpha·u/theta the sums over classes are taken from the first terms of their series. */
const small = 1e-6;

/** Σ 1/(theta + i·alpha) for i from 1 to u − 1. */
function inverses({ theta, alpha }: PitmanFit, u: number): number {
  if (theta > 0 && (alpha * u) / theta < small) return (u - 1) / theta - (alpha * u * (u - 1)) / (2 * theta * theta);
  return (digamma(theta / alpha + u) - digamma(theta / alpha + 1)) / alpha;
}

/** Σ i/(theta + i·alpha) for i from 1 to u − 1. */
function weighted(fit: PitmanFit, u: number): number {
  const { theta, alpha } = fit;
  const first = (u * (u - 1)) / 2;
  if (theta > 0 && (alpha * u) / theta < small)
    return first / theta - (alpha * (u - 1) * u * (2 * u - 1)) / (6 * theta * theta);
  return (u - 1 - theta * inverses(fit, u)) / alpha;
}

/** Derivative of the log-likelihood by theta. */
const byTheta = ({ people, different }: Sampled, fit: PitmanFit): number =>
  inverses(fit, different) - (digamma(fit.theta + people) - digamma(fit.theta + 1));

/** Derivative of the log-likelihood by alpha. */
function byAlpha({ classes, different }: Sampled, fit: PitmanFit): number {
  const start = digamma(1 - fit.alpha);
  let sum = weighted(fit, different);
  for (const { size, classes: many } of classes) if (size > 1) sum -= many * (digamma(size - fit.alpha) - start);
  return sum;
}

/** The theta that fits best with an alpha; null where none does. */
function thetaAt(sample: Sampled, alpha: number): number | null {
  const theta = (x: number): number => Math.exp(x) - alpha;
  const found = findRoot((x) => byTheta(sample, { alpha, theta: theta(x) }), thetas.from, thetas.to);
  return found === null ? null : theta(found);
}

/**
 * Maximum likelihood of Pitman's model (Pitman 1996; Hoshino 2001): for every alpha the theta that fits best, and of these
 * the alpha where the likelihood stops rising.
 * @returns null where the likelihood has no maximum: everybody alone, one class, or next to no class of two
 */
export function fitPitman(sample: Sampled): PitmanFit | null {
  const { people, different } = sample;
  if (different >= people || different < 2) return null;
  const slope = (alpha: number): number => {
    const theta = thetaAt(sample, alpha);
    return theta === null ? Number.NaN : byAlpha(sample, { alpha, theta });
  };
  // Falling from the start: Ewens's model, alpha 0.
  const alpha = slope(0) <= 0 ? 0 : findRoot(slope, 0, nearOne);
  const theta = alpha === null ? null : thetaAt(sample, alpha);
  return alpha === null || theta === null ? null : polished(sample, { alpha, theta });
}

/** One step of Newton in theta, where halving stopped at the last digits of its logarithm. */
function polished(sample: Sampled, fit: PitmanFit): PitmanFit {
  const { alpha, theta } = fit;
  const { people, different } = sample;
  if (alpha === 0) return fit;
  const bend =
    (trigamma(theta / alpha + different) - trigamma(theta / alpha + 1)) / alpha ** 2 -
    (trigamma(theta + people) - trigamma(theta + 1));
  const next = theta - byTheta(sample, fit) / bend;
  return Math.abs(next - theta) < 1e-6 * Math.abs(theta) ? { alpha, theta: next } : fit;
}

/** People of the population who are alone, by Pitman's model: Γ(θ+1)/Γ(θ+α)·N^α. Null where it does not fit. */
export function pitman(sample: Sampled): number | null {
  const fit = fitPitman(sample);
  if (fit === null) return null;
  const { alpha, theta } = fit;
  return Math.exp(lnGamma(theta + 1) - lnGamma(theta + alpha) + alpha * Math.log(sample.population));
}
