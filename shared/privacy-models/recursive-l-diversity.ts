import { z } from 'zod';
import { withoutMissing } from '#shared/domain/class-values.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['recursive-l-diversity'];

const settings = z.strictObject({ c: z.number().positive().max(1_000_000), l: z.number().int().min(2).max(1_000_000) });

const judgement: Judgement<z.infer<typeof settings>> = {
  each: 'class-values',
  prepare:
    (table, { l }) =>
    (values) => {
      const there = withoutMissing(values, table);
      if (there === null) return null;
      const counts = there.counts.toSorted((a, b) => b - a);
      return counts.slice(l - 1).reduce((sum, count) => sum + count, 0) / counts[0]!;
    },
};

/**
 * Recursive (c,l)-diversity: in every class the commonest sensitive value occurs less than c times as often as the l-th
 * and all rarer ones together, so that it stays in doubt when l − 2 of the others are ruled out. Missing values are left
 * out, as by the other l-diversities.
 */
export const recursiveLDiversity = definePrivacyModel({
  id: 'recursive-l-diversity',
  title: text.title,
  source: 'Machanavajjhala et al. 2007',
  settings,
  usual: { c: 3, l: 2 },
  always: false,
  needs: 'sensitive-column',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: false,
    source: 'Machanavajjhala et al. 2007',
  },
  better: 'higher',
  value: strictest(judgement, 'higher'),
  judgement,
  readsValues: () => true,
  wanted: ({ c }) => 1 / c,
  met: (value, { c }) => value > 1 / c,
  explain: (value, { c, l }, column) => text.explain(value, { c, l }, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'two values, one twice as often',
      rows: [
        ['a', 'flu'],
        ['a', 'flu'],
        ['a', 'cold'],
      ],
      settings: { c: 3, l: 2 },
      value: 1 / 2,
      met: true,
    },
    {
      name: 'just c times as often is too often',
      rows: [
        ['a', 'flu'],
        ['a', 'flu'],
        ['a', 'cold'],
      ],
      settings: { c: 2, l: 2 },
      value: 1 / 2,
      met: false,
    },
    {
      name: 'fewer values than l',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
        ['a', null],
      ],
      settings: { c: 9, l: 3 },
      value: 0,
      met: false,
    },
  ],
});
