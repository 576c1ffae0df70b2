import { z } from 'zod';
import { mostGain } from '#shared/domain/gain.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['enhanced-beta-likeness'];

const settings = z.strictObject({ beta: z.number().positive().max(1_000_000) });

const judgement: Judgement<z.infer<typeof settings>> = {
  each: 'class-values',
  prepare: (table, { beta }) => mostGain(table, (share) => Math.min(beta, -Math.log(share)) / beta),
};

/**
 * Enhanced β-likeness: as the basic one, and of a value with the share q of the whole table no more than −ln q times its
 * frequency, which binds common values. Its value is what a class gains of what is allowed of it, in shares of β.
 */
export const enhancedBetaLikeness = definePrivacyModel({
  id: 'enhanced-beta-likeness',
  title: text.title,
  source: 'Cao, Karras 2012',
  settings,
  usual: { beta: 1 },
  always: false,
  needs: 'sensitive-column',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'nothing',
    withSuppressionLimit: false,
    source: 'Cao, Karras 2012',
  },
  better: 'lower',
  value: strictest(judgement, 'lower'),
  judgement,
  readsValues: () => true,
  wanted: ({ beta }) => beta,
  met: (value, { beta }) => value <= beta * (1 + 1e-12),
  explain: (value, { beta }, column) => text.explain(value, beta, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'common values bound by −ln q',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
        ['b', 'y'],
        ['b', 'y'],
      ],
      settings: { beta: 4 },
      value: 4 / Math.LN2,
      met: false,
    },
    {
      name: 'as in the whole table',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'y'],
      ],
      settings: { beta: 1 },
      value: 0,
      met: true,
    },
  ],
});
