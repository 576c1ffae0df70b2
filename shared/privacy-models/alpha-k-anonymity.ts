import { z } from 'zod';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['alpha-k-anonymity'];

const settings = z.strictObject({ alpha: z.number().positive().lt(1), k: z.number().int().min(1).max(1_000_000) });

const judgement: Judgement<z.infer<typeof settings>> = {
  each: 'class-values',
  prepare:
    (_table, { k }) =>
    ({ counts, rows }) =>
      rows < k ? 1 : Math.max(...counts) / rows,
};

/**
 * (α,k)-anonymity: every class has at least k rows, and no sensitive value more than the share α of them. A missing value
 * is a value of its own. A class of fewer than k rows is taken for one in which everybody has the same value.
 */
export const alphaKAnonymity = definePrivacyModel({
  id: 'alpha-k-anonymity',
  title: text.title,
  source: 'Wong, Li, Fu, Wang 2006',
  settings,
  usual: { alpha: 0.5, k: 5 },
  always: false,
  needs: 'sensitive-column',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: false,
    source: 'Wong, Li, Fu, Wang 2006',
  },
  better: 'lower',
  value: strictest(judgement, 'lower'),
  judgement,
  readsValues: () => true,
  wanted: ({ alpha }) => alpha,
  met: (value, { alpha }) => value <= alpha,
  explain: (value, { alpha, k }, column) => text.explain(value, { alpha, k }, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'half and half',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
      ],
      settings: { alpha: 0.5, k: 2 },
      value: 0.5,
      met: true,
    },
    {
      name: 'a missing value is one, too',
      rows: [
        ['a', null],
        ['a', null],
        ['a', 'flu'],
      ],
      settings: { alpha: 0.5, k: 2 },
      value: 2 / 3,
      met: false,
    },
    {
      name: 'a class that is too small',
      rows: [
        ['a', 'flu'],
        ['a', 'cold'],
      ],
      settings: { alpha: 0.5, k: 3 },
      value: 1,
      met: false,
    },
  ],
});
