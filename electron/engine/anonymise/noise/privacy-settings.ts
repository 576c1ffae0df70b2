import { Failure } from '#shared/contract/failure.ts';
import { noiseText } from '#shared/text/engine/noise.ts';

/** Bounds of ε: below, nothing but noise is left; above, next to no protection. */
const LEAST = 0.01;
const MOST = 100;

/** @throws Failure RECIPE_INVALID where ε is no number within the bounds */
export function checkEpsilon(epsilon: number): void {
  if (!(epsilon >= LEAST && epsilon <= MOST)) throw new Failure('RECIPE_INVALID', noiseText.epsilon(LEAST, MOST));
}

/**
 * δ bounds the chance that the promise of ε does not hold; at 1/rows a mechanism may give away one whole person.
 * @throws Failure RECIPE_INVALID where δ is not above 0 (1e−30 at least) and under 1/rows
 */
export function checkDelta(delta: number, rows: number): void {
  if (!(delta >= 1e-30 && delta * Math.max(1, rows) < 1)) throw new Failure('RECIPE_INVALID', noiseText.delta(rows));
}
