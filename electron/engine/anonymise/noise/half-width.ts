import { asNumber, type Rational } from './rational.ts';

/** Noise as it is drawn: b of discrete Laplace, σ² of discrete Gaussian. */
export type NoiseShape =
  | { distribution: 'laplace'; scale: Rational }
  | { distribution: 'gaussian'; variance: Rational };

/** Chance of more noise than a stated width, and the same shared by two figures that are read together. */
export const misses = { alone: 0.05, paired: 0.025 } as const;

/** Points that a normal variable of variance 1 passes, to either side, with those chances. */
const normalPoint = { alone: 1.959963984540054, paired: 2.241402727604947 } as const;

/**
 * The whole number of steps within which noise lies but for a chance of `misses`. Of discrete Laplace noise the least such
 * number: P(|z| > w) = 2p^(w+1) / (1 + p), p = e^(−1/b). Of discrete Gaussian noise one that holds: its tail from m on is
 * at most the normal tail from m − 1 on (Canonne, Kamath, Steinke 2020, proposition 25).
 */
export function halfWidth(shape: NoiseShape, chance: keyof typeof misses): number {
  if (shape.distribution === 'gaussian') return Math.ceil(normalPoint[chance] * Math.sqrt(asNumber(shape.variance)));
  const scale = asNumber(shape.scale);
  return Math.max(0, Math.ceil(scale * Math.log(2 / (misses[chance] * (1 + Math.exp(-1 / scale)))) - 1));
}

/** Standard deviation of the noise, in steps; of discrete Laplace noise that of the continuous one, which is larger. */
export const deviationOf = (shape: NoiseShape): number =>
  shape.distribution === 'laplace' ? Math.SQRT2 * asNumber(shape.scale) : Math.sqrt(asNumber(shape.variance));
