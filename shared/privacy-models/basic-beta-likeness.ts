import { z } from 'zod';
import { mostGain } from '#shared/domain/gain.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['basic-beta-likeness'];

const settings = z.strictObject({ beta: z.number().positive().max(1_000_000) });

const judgement: Judgement<z.infer<typeof settings>> = {
  each: 'class-values',
  prepare: (table, _settings) => mostGain(table, () => 1),
};

/**
 * Basic β-likeness: in no class is a sensitive value more frequent than in the whole table by more than β times its
 * frequency there; rarer it may be.
 */
export const basicBetaLikeness = definePrivacyModel({
  id: 'basic-beta-likeness',
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
  met: (value, { beta }) => value <= beta + 1e-12,
  explain: (value, { beta }, column) => text.explain(value, beta, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'half as often again',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'y'],
        ['b', 'y'],
        ['b', 'y'],
      ],
      settings: { beta: 0.5 },
      value: 0.5,
      met: true,
    },
    {
      name: 'a rare value that fills a class',
      rows: [
        ['a', 'rare'],
        ['b', 'x'],
        ['b', 'x'],
        ['b', 'x'],
      ],
      settings: { beta: 1 },
      value: 3,
      met: false,
    },
  ],
});
