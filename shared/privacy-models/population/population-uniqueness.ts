import type { PopulationUniqueness } from '#shared/domain/risk-check.ts';
import { pitman } from './pitman.ts';
import { ofSize, sampled, type SampledClasses } from './sampled-classes.ts';
import { slideNegativeBinomial } from './slide-negative-binomial.ts';
import { zayatz } from './zayatz.ts';

/** Up to this sampling fraction Dankar's rule goes by Pitman's model. */
const smallSample = 0.1;

/** An estimate that a population of so many people can have; null for any other. */
const possible = (estimate: number | null, population: number): number | null =>
  estimate !== null && Number.isFinite(estimate) && estimate >= 0 && estimate <= population * (1 + 1e-9)
    ? Math.min(estimate, population)
    : null;

/**
 * How many people of the population are alone over the columns of a sample's classes, by three estimates and the rule by
 * which one of them is chosen (Dankar, El Emam, Neisa, Roffey 2012): up to a tenth of the population Pitman, where it does
 * not fit Zayatz; above, the smaller of SNB and Zayatz, where SNB does not fit Zayatz; nobody alone in the sample: nobody.
 * @param population people, at least as many as the classes hold
 */
export function populationUniqueness(classes: SampledClasses, population: number): PopulationUniqueness {
  const sample = sampled(classes, population);
  const byZayatz = Math.min(zayatz(sample), population);
  const byPitman = possible(pitman(sample), population);
  const bySnb = possible(slideNegativeBinomial(sample), population);
  const rule = (): PopulationUniqueness['dankar'] => {
    const told = (estimate: number, by: 'pitman' | 'zayatz' | 'snb' | 'none') => ({
      estimate,
      share: estimate / population,
      by,
    });
    if (ofSize(sample, 1) === 0) return told(0, 'none');
    if (sample.fraction <= smallSample) return byPitman === null ? told(byZayatz, 'zayatz') : told(byPitman, 'pitman');
    return bySnb !== null && bySnb < byZayatz ? told(bySnb, 'snb') : told(byZayatz, 'zayatz');
  };
  return {
    size: population,
    fraction: sample.fraction,
    zayatz: byZayatz,
    pitman: byPitman,
    snb: bySnb,
    dankar: rule(),
  };
}
