import { rhoOf } from '../noise/concentrated.ts';
import { discreteGaussian, discreteLaplace } from '../noise/discrete-noise.ts';
import { deviationOf, halfWidth, type misses, type NoiseShape } from '../noise/half-width.ts';
import type { RandomBits } from '../noise/random-bits.ts';
import { roundedUp } from '../noise/rational.ts';

/** Noise of one table of cells, in whole steps. */
export interface TableNoise {
  draw(): number;
  /** b or σ as it is drawn with. */
  scale: number;
  /** Standard deviation. */
  deviation: number;
  /** Steps within which it lies but for that chance. */
  within(chance: keyof typeof misses): number;
}

const ofShape = (random: RandomBits, shape: NoiseShape): TableNoise => {
  const drawn =
    shape.distribution === 'laplace'
      ? () => discreteLaplace(random, shape.scale)
      : () => discreteGaussian(random, shape.variance);
  const deviation = deviationOf(shape);
  return {
    draw: () => Number(drawn()),
    scale: shape.distribution === 'laplace' ? deviation / Math.SQRT2 : deviation,
    deviation,
    within: (chance) => halfWidth(shape, chance),
  };
};

/**
 * Noise for each of several tables that share ε, or ρ, equally. One person changes at most `groups` cells of each table, by
 * up to `steps`.
 */
export function noiseFor(
  { random, epsilon, delta }: { random: RandomBits; epsilon: number; delta: number },
  tables: number,
  groups: number,
): (steps: number) => TableNoise {
  if (delta === 0)
    return (steps) =>
      ofShape(random, { distribution: 'laplace', scale: roundedUp((groups * steps * tables) / epsilon) });
  const rho = rhoOf(epsilon, delta) / tables;
  return (steps) =>
    ofShape(random, { distribution: 'gaussian', variance: roundedUp((groups * steps * steps) / (2 * rho)) });
}
