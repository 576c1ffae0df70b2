/**
 * Zero-concentrated differential privacy (zCDP; Bun, Steinke 2016): a mechanism is ρ-zCDP when the Rényi divergence of
 * order α between its outputs on neighbouring tables is at most ρ·α for every α above 1. The ρ of several mechanisms on
 * the same table add up.
 */

/** ln of the term of the conversion at α = 1 + `above`. */
const termOf = (rho: number, epsilon: number, above: number): number =>
  above * ((1 + above) * rho - epsilon) - Math.log(above) + (1 + above) * (Math.log(above) - Math.log1p(above));

/**
 * Least δ at which ρ-zCDP gives (ε, δ)-differential privacy: the infimum over α above 1 of
 * exp((α − 1)(αρ − ε)) / (α − 1) · (1 − 1/α)^α (Canonne, Kamath, Steinke 2020, corollary 13). Every α gives a valid
 * bound, so an α found approximately errs on the safe side.
 * @param rho 0 or more @param epsilon 0 or more
 */
export function deltaOf(rho: number, epsilon: number): number {
  if (rho === 0) return 0;
  // The term is least where its derivative, which rises with α, is 0: halved down to on a scale of logarithms.
  let [low, high] = [Math.log(1e-6), Math.log(epsilon / rho + 1e6)];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const above = Math.exp(middle);
    const slope = (1 + 2 * above) * rho - epsilon + Math.log(above) - Math.log1p(above);
    if (slope < 0) low = middle;
    else high = middle;
  }
  return Math.min(1, Math.exp(termOf(rho, epsilon, Math.exp((low + high) / 2))));
}

/** The point of 0 … `high` up to which `holds`, from below, to a relative 2⁻⁵². */
function lastThat(high: number, holds: (value: number) => boolean): number {
  let [low, top] = [0, high];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + top) / 2;
    if (holds(middle)) low = middle;
    else top = middle;
  }
  return low;
}

/** Largest ρ for which ρ-zCDP gives (ε, δ)-differential privacy. @param epsilon above 0 @param delta within 0 … 1 */
export const rhoOf = (epsilon: number, delta: number): number =>
  lastThat(epsilon + 1, (rho) => deltaOf(rho, epsilon) <= delta);

/** Least ε for which ρ-zCDP gives (ε, δ)-differential privacy. @param delta within 0 … 1 */
export function epsilonOf(rho: number, delta: number): number {
  if (rho === 0) return 0;
  // The plain conversion of Bun and Steinke bounds it from above.
  const plain = rho + 2 * Math.sqrt(rho * -Math.log(delta));
  return plain - lastThat(plain, (less) => deltaOf(rho, plain - less) <= delta);
}

/** ρ of a mechanism that is ε-differentially private without δ: ε²/2 (Bun, Steinke 2016, proposition 1.4). */
export const rhoOfPure = (epsilon: number): number => (epsilon * epsilon) / 2;

/** ε of one use of the exponential mechanism that is ρ-zCDP: ρ is ε²/8 (Cesar, Rogers 2021; Rogers, Steinke 2021). */
export const epsilonOfChoice = (rho: number): number => Math.sqrt(8 * rho);
