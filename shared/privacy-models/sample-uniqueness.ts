import { z } from 'zod';
import { shareIn } from '#shared/domain/class-risk.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['sample-uniqueness'];

const settings = z.strictObject({ share: z.number().min(0).max(1) });

const judgement: Judgement<z.infer<typeof settings>> = {
  each: 'all-sizes',
  value: (sizes) => shareIn(sizes, (size) => size === 1),
};

/**
 * At most the share `share` of the rows is alone in its class.
 */
export const sampleUniqueness = definePrivacyModel({
  id: 'sample-uniqueness',
  title: text.title,
  source: 'Skinner, Elliot 2002',
  settings,
  usual: { share: 0.05 },
  always: false,
  needs: 'classes',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'nothing',
    withSuppressionLimit: false,
    source: 'classes only grow when they are put together',
  },
  better: 'lower',
  value: strictest(judgement, 'lower'),
  judgement,

  wanted: ({ share }) => share,
  met: (value, { share }) => value <= share,
  explain: (value, { share }) => text.explain(value, share),
  allowed: text.allowed,
  examples: [
    {
      name: 'one of four alone',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { share: 0.25 },
      value: 0.25,
      met: true,
    },
    {
      name: 'both alone',
      rows: [
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { share: 0.5 },
      value: 1,
      met: false,
    },
  ],
});
