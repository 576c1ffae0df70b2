import { z } from 'zod';
import { usualK } from '#shared/domain/recipe-target.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['k-anonymity'];

/**
 * Every combination of the quasi-identifiers is shared by at least k rows, or people where a person has several rows.
 */
export const kAnonymity = definePrivacyModel({
  id: 'k-anonymity',
  title: text.title,
  source: 'Samarati 2001; Sweeney 2002',
  settings: z.strictObject({ k: z.number().int().min(1).max(1_000_000) }),
  usual: { k: usualK },
  always: true,
  needs: 'classes',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: true,
    source: 'Samarati 2001; LeFevre, DeWitt, Ramakrishnan 2005 (generalization property)',
  },
  better: 'higher',
  value: (risk) => risk.k,
  judgement: { each: 'class-size', value: (rows) => rows },
  wanted: ({ k }) => k,
  met: (value, { k }) => value >= k,
  explain: (value, { k }) => text.explain(value, k),
  allowed: text.allowed,
  examples: [
    {
      name: 'two classes of two',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'x'],
      ],
      settings: { k: 2 },
      value: 2,
      met: true,
    },
    {
      name: 'somebody alone',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
        [null, 'x'],
      ],
      settings: { k: 2 },
      value: 1,
      met: false,
    },
  ],
});
