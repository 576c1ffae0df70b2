import { ofSize, type Sampled } from './sampled-classes.ts';

/**
 * Chance that a class of `size` people of the population has exactly one in the sample: hypergeometric, as a product, so
 * that no large number is taken from another.
 */
function onceInSample(size: number, { people, population }: Sampled): number {
  let chance = (size * people) / population;
  for (let at = 1; at < size && chance > 0; at += 1) chance *= (population - people - at + 1) / (population - at);
  return Math.max(0, chance);
}

/**
 * People of the population who are alone, by Zayatz (1991): P(alone in the population | alone in the sample) from the
 * class sizes of the sample, taken for those of the population.
 */
export function zayatz(sample: Sampled): number {
  const alone = ofSize(sample, 1);
  if (alone === 0) return 0;
  const share = (classes: number, size: number): number => (classes / sample.different) * onceInSample(size, sample);
  const all = sample.classes.reduce((sum, { size, classes }) => sum + share(classes, size), 0);
  return (alone * (share(alone, 1) / all)) / sample.fraction;
}
