import { breathe } from '#engine/jobs/cancelled.ts';
import { discreteGaussian, discreteLaplace } from '#engine/anonymise/noise/discrete-noise.ts';
import type { RandomBits } from '#engine/anonymise/noise/random-bits.ts';
import { roundedUp } from '#engine/anonymise/noise/rational.ts';

const pauseAfter = 4096;

export interface AddNoise {
  codes: ArrayLike<number>;
  /** For each code its number in steps, a whole one; NaN for none. */
  units: Float64Array;
  distribution: 'laplace' | 'normal';
  /** In steps: b of Laplace’s distribution, σ of the normal one. */
  scale: number;
  /** Bounds in steps that no result passes. */
  least: number;
  most: number;
  /** A number per row for its person, 0 for nobody: equal numbers of one person get the same noise. */
  people?: Uint32Array | undefined;
  bits: RandomBits;
  signal?: AbortSignal | undefined;
}

/**
 * Adds noise in whole steps, drawn exactly from the discrete Laplace distribution P(z) ∝ exp(−|z| / b) or the discrete
 * Gaussian P(z) ∝ exp(−z² / 2σ²) (Canonne, Kamath, Steinke 2020). No differential privacy: the scale does not follow from
 * what one person can change.
 * @returns for every row its number in steps, NaN where it has none
 * @throws Failure JOB_CANCELLED
 */
export async function addNoise(input: AddNoise): Promise<Float64Array> {
  const { codes, units, distribution, scale, least, most, people, bits, signal } = input;
  const parameter = roundedUp(distribution === 'laplace' ? scale : scale * scale);
  const sample = distribution === 'laplace' ? discreteLaplace : discreteGaussian;
  const noisy = (unit: number): number => Math.min(most, Math.max(least, unit + Number(sample(bits, parameter))));
  const together = new Map<number, number>();
  const result = new Float64Array(codes.length).fill(Number.NaN);
  for (let row = 0; row < codes.length; row += 1) {
    if (row % pauseAfter === 0) await breathe(signal);
    const unit = units[codes[row]!]!;
    if (Number.isNaN(unit)) continue;
    const person = people?.[row] ?? 0;
    const same = person * units.length + codes[row]!;
    const found = person === 0 ? undefined : together.get(same);
    result[row] = found ?? noisy(unit);
    if (person !== 0) together.set(same, result[row]!);
  }
  return result;
}
