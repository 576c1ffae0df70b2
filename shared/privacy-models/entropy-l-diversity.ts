import { z } from 'zod';
import { withoutMissing, type ClassValues } from '#shared/domain/class-values.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['entropy-l-diversity'];

/** exp of the entropy of the values. */
const evenly = ({ counts, rows }: ClassValues): number =>
  Math.exp(Math.log(rows) - counts.reduce((sum, count) => sum + count * Math.log(count), 0) / rows);

/**
 * Every class is at least as varied as l equally frequent values: exp of the entropy, so that a rare second value
 * counts for little.
 */
export const entropyLDiversity = definePrivacyModel({
  id: 'entropy-l-diversity',
  title: text.title,
  source: 'Machanavajjhala et al. 2007',
  settings: z.strictObject({ l: z.number().min(1).max(1_000_000) }),
  usual: { l: 1.5 },
  always: true,
  needs: 'sensitive-column',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: false,
    source: 'Machanavajjhala et al. 2007',
  },
  better: 'higher',
  value: (risk, _settings, column) => risk.l[column]?.entropy ?? 0,
  judgement: {
    each: 'class-values',
    prepare: (table) => (values) => {
      const there = withoutMissing(values, table);
      return there === null ? null : evenly(there);
    },
  },
  wanted: ({ l }) => l,
  met: (value, { l }) => value >= l,
  explain: (value, { l }, column) => text.explain(value, l, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'half and half',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
      ],
      settings: { l: 1.5 },
      value: 2,
      met: true,
    },
    {
      name: 'nine to one',
      rows: [...Array.from({ length: 9 }, (): [string, string] => ['a', 'flu']), ['a', 'cold']],
      settings: { l: 1.5 },
      value: Math.exp(-(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1))),
      met: false,
    },
  ],
});
