import { findRoot } from './find-root.ts';
import { ofSize, type Sampled } from './sampled-classes.ts';

/**
 * Classes of the population, by Shlosser's estimator as Haas and Stokes (1998) modified it: the classes of the sample,
 * and for each that is alone there as many more as the sizes suggest.
 */
function populationClasses({ classes, different, fraction: q }: Sampled, alone: number): number {
  let [squares, wide, unseen, narrow] = [0, 0, 0, 0];
  for (const { size, classes: many } of classes) {
    const missed = (1 - q) ** size * many;
    squares += size * q * q * (1 - q * q) ** (size - 1) * many;
    wide += missed * ((1 + q) ** size - 1);
    unseen += missed;
    narrow += size * q * (1 - q) ** (size - 1) * many;
  }
  return different + alone * (squares / wide) * (unseen / narrow) ** 2;
}

/** Steps in which beta is looked for; the equation may have several roots, of which the first from 0 is taken. */
const steps = 400;

export interface NegativeBinomial {
  alpha: number;
  beta: number;
}

/**
 * Solves for how many classes have one and two people in the sample, where sizes in the population are one more than a
 * negative binomial number (Chen and Keller-McNulty 1998, equations 7 and 8): for every beta the alpha that gives the
 * proportion of the two (a quadratic with one positive root), and of these the beta that gives the first.
 * @param k classes of the population
 */
export function solveNegativeBinomial(k: number, fraction: number, one: number, two: number): NegativeBinomial | null {
  const z = 1 - fraction;
  const proportion = (2 * two) / (fraction * one);
  const alphaAt = (beta: number): number => {
    const w = (1 - beta) / (fraction + beta * z);
    const a = z * w * w;
    const b = 2 * w + z * w * w - proportion * z * w;
    const root = Math.sqrt(b * b + 4 * a * proportion);
    // Of the two forms of the root, the one that takes nothing from something as large.
    return b > 0 ? (2 * proportion) / (b + root) : (root - b) / (2 * a);
  };
  const miss = (beta: number): number => {
    const alpha = alphaAt(beta);
    const w = (1 - beta) / (fraction + beta * z);
    return (beta / (fraction + beta * z)) ** alpha * (1 + z * alpha * w) - one / (k * fraction);
  };
  for (let step = 1; step < steps; step += 1) {
    const beta = findRoot(miss, step / (steps + 1), (step + 1) / (steps + 1));
    if (beta !== null) return { alpha: alphaAt(beta), beta };
  }
  return null;
}

/** People of the population who are alone, by the slide negative binomial model: K·β^α. Null where it does not fit. */
export function slideNegativeBinomial(sample: Sampled): number | null {
  const [one, two] = [ofSize(sample, 1), ofSize(sample, 2)];
  if (one === 0 || two === 0 || sample.fraction >= 1) return null;
  const k = populationClasses(sample, one);
  const found = solveNegativeBinomial(k, sample.fraction, one, two);
  return found && k * found.beta ** found.alpha;
}
