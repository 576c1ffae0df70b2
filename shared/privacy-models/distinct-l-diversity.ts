import { z } from 'zod';
import { withoutMissing } from '#shared/domain/class-values.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['distinct-l-diversity'];

/**
 * Every class holds at least l different values of the sensitive column; with one, belonging to the class gives it
 * away.
 */
export const distinctLDiversity = definePrivacyModel({
  id: 'distinct-l-diversity',
  title: text.title,
  source: 'Machanavajjhala et al. 2007',
  settings: z.strictObject({ l: z.number().int().min(1).max(1_000_000) }),
  usual: { l: 2 },
  always: true,
  needs: 'sensitive-column',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: true,
    source: 'Machanavajjhala et al. 2007',
  },
  better: 'higher',
  value: (risk, _settings, column) => risk.l[column]?.distinct ?? 0,
  judgement: {
    each: 'class-values',
    prepare: (table) => (values) => withoutMissing(values, table)?.codes.length ?? null,
  },
  wanted: ({ l }) => l,
  met: (value, { l }) => value >= l,
  explain: (value, { l }, column) => text.explain(value, l, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'two values in each class',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
        ['b', 'flu'],
        ['b', 'none'],
      ],
      settings: { l: 2 },
      value: 2,
      met: true,
    },
    {
      name: 'a missing value is no second one',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
        ['b', 'flu'],
        ['b', null],
      ],
      settings: { l: 2 },
      value: 1,
      met: false,
    },
    {
      name: 'a class of one value',
      rows: [
        ['a', 'flu'],
        ['a', 'flu'],
        ['b', 'flu'],
        ['b', 'cold'],
      ],
      settings: { l: 2 },
      value: 1,
      met: false,
    },
  ],
});
