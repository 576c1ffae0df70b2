/** A whole number from 0 to `limit` − 1, each equally likely and unknown to others. */
export type Below = (limit: number) => number;

/** Whether an event of the probability exp(−n / d) came; 0 ≤ n ≤ d. */
function comesByExp(n: number, d: number, below: Below): boolean {
  let k = 1;
  while (below(d * k) < n) k += 1;
  return k % 2 === 1;
}

/** ε as a fraction of whole numbers: thousandths. */
const perUnit = 1000;

/**
 * A whole number of the two-sided geometric distribution, P(x) ∝ exp(−ε |x|): the noise that a count is given under
 * ε-differential privacy where one person changes it by at most one (Ghosh, Roughgarden and Sundararajan 2009). Drawn
 * exactly, by whole numbers alone, because rounded logarithms give values away (Canonne, Kamath and Steinke 2020,
 * algorithms 1 and 2; Mironov 2012).
 * @param epsilon more than 0, in steps of 0.001
 */
export function geometricNoise(epsilon: number, below: Below): number {
  const s = Math.round(epsilon * perUnit);
  for (;;) {
    const u = below(perUnit);
    if (!comesByExp(u, perUnit, below)) continue;
    let v = 0;
    while (comesByExp(1, 1, below)) v += 1;
    const size = Math.floor((u + perUnit * v) / s);
    const isNegative = below(2) === 1;
    if (isNegative && size === 0) continue;
    return isNegative ? -size : size;
  }
}

/** A count with noise, as it may be published: what lies below nothing is nothing. Rounding costs no privacy. */
export const noisyCount = (people: number, epsilon: number, below: Below): number =>
  Math.max(0, people + geometricNoise(epsilon, below));
