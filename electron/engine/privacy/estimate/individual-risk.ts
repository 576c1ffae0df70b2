/** Below this share of people outside the sample the closed forms lose their digits to cancellation. */
const fewOutside = 1e-4;

/**
 * Expected chance of finding somebody in a population whose class has `size` people in the sample: E[1/F | f] where F − f
 * is negative binomial (Benedetti and Franconi 1998): exact for one and two people, their approximation for more.
 * @param fraction share of the population in the sample, above 0 and at most 1; with 1 it is 1/size
 */
export function individualRisk(size: number, fraction: number): number {
  const outside = 1 - fraction;
  if (outside <= 0) return 1 / size;
  const odds = fraction / outside;
  const log = -Math.log1p(-outside);
  if (size === 1) return odds * log;
  if (size > 2) return fraction / (size - outside);
  return outside < fewOutside ? fraction - fraction ** 2 / 2 - (fraction ** 2 * outside) / 3 : odds - odds ** 2 * log;
}
