import { z } from 'zod';
import { averageRisk } from '#shared/domain/class-risk.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['average-risk'];

const settings = z.strictObject({ risk: z.number().positive().max(1) });

const judgement: Judgement<z.infer<typeof settings>> = { each: 'all-sizes', value: averageRisk };

/**
 * The chance of finding somebody in their class, averaged over everybody who is released, is at most `risk`.
 */
export const averageReidentificationRisk = definePrivacyModel({
  id: 'average-risk',
  title: text.title,
  source: 'El Emam 2013',
  settings,
  usual: { risk: 0.1 },
  always: false,
  needs: 'classes',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'nothing',
    withSuppressionLimit: false,
    source: 'fewer classes of the same rows',
  },
  better: 'lower',
  value: strictest(judgement, 'lower'),
  judgement,

  wanted: ({ risk }) => risk,
  met: (value, { risk }) => value <= risk,
  explain: (value, { risk }) => text.explain(value, risk),
  allowed: text.allowed,
  examples: [
    {
      name: 'two classes among four rows',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { risk: 0.5 },
      value: 0.5,
      met: true,
    },
    {
      name: 'everybody alone',
      rows: [
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { risk: 0.5 },
      value: 1,
      met: false,
    },
  ],
});
