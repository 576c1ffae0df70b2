/**
 * Logarithm of the gamma function for x > 0 (Stirling's series after the recurrence lifts x to 15; Abramowitz and Stegun
 * 6.1.41). Relative error below 1e-14.
 */
export function lnGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 15; z += 1) shift += Math.log(z);
  const i = 1 / (z * z);
  const series = (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i * (1 / 1680 - i / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** Derivative of `lnGamma` for x > 0 (the same way; Abramowitz and Stegun 6.3.18). Error below 1e-13. */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 15; z += 1) shift += 1 / z;
  const i = 1 / (z * z);
  const series = i * (1 / 12 - i * (1 / 120 - i * (1 / 252 - i * (1 / 240 - i / 132))));
  return Math.log(z) - 1 / (2 * z) - series - shift;
}

/** Second derivative of `lnGamma` for x > 0 (Abramowitz and Stegun 6.4.12). Error below 1e-13. */
export function trigamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 15; z += 1) shift += 1 / (z * z);
  const i = 1 / (z * z);
  const series = 1 / 6 - i * (1 / 30 - i * (1 / 42 - i * (1 / 30 - (i * 5) / 66)));
  return 1 / z + i / 2 + (i / z) * series + shift;
}
