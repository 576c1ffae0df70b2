/**
 * The standard normal distribution, P(Z ≤ z), as exact as a double allows between −6 and 6 (beyond, to 1e-16 of the
 * whole): Marsaglia, “Evaluating the normal distribution”, Journal of Statistical Software 11(4), 2004.
 */
export function normalCdf(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let sum = z;
  let term = z;
  for (let odd = 3; sum !== sum + term; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI));
}

/**
 * The z below which the share `p` (0…1, both excluded) of a standard normal lies, by bisection of `normalCdf`.
 * @returns for 0.975: 1.959964
 */
export function normalQuantile(p: number): number {
  let [low, high] = [-8, 8];
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const known = new Map<number, number>();

/** The z of a two-sided interval of this confidence (0.95 gives 1.959964). */
export function zOfConfidence(confidence: number): number {
  const before = known.get(confidence);
  if (before !== undefined) return before;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  // Few confidences are asked for, each of them often.
  if (known.size > 1000) known.clear();
  known.set(confidence, z);
  return z;
}
