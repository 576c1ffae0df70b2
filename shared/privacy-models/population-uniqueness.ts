import { z } from 'zod';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { populationUniqueness as estimates } from './population/population-uniqueness.ts';
import { definePrivacyModel, strictest, type ClassSizes, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['population-uniqueness'];

const settings = z.strictObject({
  share: z.number().min(0).max(1),
  /** People that the rows were drawn from. */
  population: z.number().int().min(1).max(20_000_000_000),
  estimate: z.enum(['dankar', 'pitman', 'zayatz', 'snb']).default('dankar'),
});
type Settings = z.infer<typeof settings>;

/** Share of the population that is estimated to be alone; where a model does not fit, Zayatz's estimate. */
function aloneInPopulation(sizes: ClassSizes, { population, estimate }: Settings): number {
  const people = sizes.reduce((sum, { size, classes }) => sum + size * classes, 0);
  if (people === 0) return 0;
  // A population is never smaller than what was drawn from it.
  const found = estimates(sizes, Math.max(population, people));
  const alone = estimate === 'dankar' ? found.dankar.estimate : (found[estimate] ?? found.zayatz);
  return alone / found.size;
}

const judgement: Judgement<Settings> = { each: 'all-sizes', value: aloneInPopulation };

/**
 * At most the share `share` of the population that the rows were drawn from is estimated to be alone in its class, by one
 * of three estimates, or by the one that Dankar's rule chooses.
 */
export const populationUniqueness = definePrivacyModel({
  id: 'population-uniqueness',
  title: text.title,
  source: 'Dankar, El Emam, Neisa, Roffey 2012; Zayatz 1991; Hoshino 2001; Chen, Keller-McNulty 1998',
  settings,
  usual: { share: 0.01, population: 1_000_000, estimate: 'dankar' },
  always: false,
  needs: 'classes',
  isMonotone: {
    underGeneralisation: false,
    underSuppression: 'nothing',
    withSuppressionLimit: false,
    source: 'an estimate from all sizes together, which may rise when classes of two are put together',
  },
  better: 'lower',
  value: strictest(judgement, 'lower'),
  judgement,

  wanted: ({ share }) => share,
  met: (value, { share }) => value <= share,
  explain: (value, { share, population, estimate }) => text.explain(value, share, population, estimate),
  allowed: text.allowed,
  examples: [
    {
      name: 'nobody alone in the sample',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
      ],
      settings: { share: 0, population: 10, estimate: 'dankar' },
      value: 0,
      met: true,
    },
    {
      name: 'everybody is in the sample',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { share: 0.25, population: 4, estimate: 'zayatz' },
      value: 0.25,
      met: true,
    },
    {
      name: 'both of two, and nobody else',
      rows: [
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { share: 0.5, population: 2, estimate: 'zayatz' },
      value: 1,
      met: false,
    },
  ],
});
