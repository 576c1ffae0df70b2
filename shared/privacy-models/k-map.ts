import { z } from 'zod';
import { mapByTable } from '#shared/domain/map-by-table.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['k-map'];

/** The least k' with P(X ≤ k') ≥ 1 − alpha, X Poisson with mean k·sampled; at most k. */
function leastRows({ k, sampled, alpha }: { k: number; sampled: number; alpha: number }): number {
  const mean = k * sampled;
  let logTerm = -mean;
  let below = Math.exp(logTerm);
  let least = 0;
  while (below < 1 - alpha && least < k) {
    least += 1;
    logTerm += Math.log(mean / least);
    below += Math.exp(logTerm);
  }
  return least;
}

const estimated = z.strictObject({
  k: z.number().int().min(1).max(1_000_000),
  sampled: z.number().positive().max(1),
  alpha: z.number().positive().lt(1),
});

const settings = z.union([estimated, mapByTable]);
type Settings = z.infer<typeof settings>;

const judgement: Judgement<Settings> = { each: 'class-size', value: (rows) => rows };
const fewestRows = strictest(judgement, 'higher');

const wanted = (asked: Settings): number => ('table' in asked ? asked.k : leastRows(asked));

/**
 * k-map, estimated: the rows are a sample, the share `sampled` of a population, and every class of them has so many rows
 * that its class in the population has k people, but for a chance of `alpha`. Rows of a population class of k that come
 * into the sample are taken to be Poisson distributed with mean k·sampled; as many as these are at most, but for `alpha`,
 * are wanted, and never more than k. With a table of the population nothing is estimated: every class has k people of it.
 */
export const kMap = definePrivacyModel({
  id: 'k-map',
  title: text.title,
  source: 'Sweeney 2002; El Emam, Dankar 2008',
  settings,
  usual: { k: 5, sampled: 0.1, alpha: 0.05 },
  always: false,
  needs: 'classes',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: true,
    source: 'as k-anonymity',
  },
  better: 'higher',
  // In a table that nobody counted nobody is in any class.
  value: (measured, asked, column) =>
    'table' in asked ? (measured.population ?? 0) : fewestRows(measured, asked, column),
  judgement,

  wanted,
  met: (value, asked) => value >= wanted(asked),
  explain: (value, asked) =>
    'table' in asked ? text.byTable(value, asked.k) : text.explain(value, leastRows(asked), asked.k),
  allowed: text.allowed,
  examples: [
    {
      name: 'two rows of a tenth',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
      ],
      settings: { k: 5, sampled: 0.1, alpha: 0.05 },
      value: 2,
      met: true,
    },
    {
      name: 'one row of a tenth',
      rows: [['a', 'x']],
      settings: { k: 5, sampled: 0.1, alpha: 0.05 },
      value: 1,
      met: false,
    },
  ],
});
