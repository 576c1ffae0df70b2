import { z } from 'zod';
import { averageRisk, shareIn } from '#shared/domain/class-risk.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['strict-average-risk'];

const settings = z.strictObject({
  average: z.number().positive().max(1),
  highest: z.number().positive().max(1),
  atRisk: z.number().min(0).max(1),
});

const judgement: Judgement<z.infer<typeof settings>> = {
  each: 'all-sizes',
  value(sizes, { average, highest, atRisk }) {
    const share = shareIn(sizes, (size) => 1 / size > highest);
    return Math.max(averageRisk(sizes) / average, share === 0 ? 0 : Math.min(share / atRisk, Number.MAX_SAFE_INTEGER));
  },
};

/**
 * Strict average risk: the average is at most `average`, and no more than the share `atRisk` of the rows are in classes in
 * which somebody is found with a chance above `highest`. Its value is the larger of the two, in shares of what is allowed.
 */
export const strictAverageRisk = definePrivacyModel({
  id: 'strict-average-risk',
  title: text.title,
  source: 'El Emam 2013',
  settings,
  usual: { average: 0.1, highest: 0.2, atRisk: 0.05 },
  always: false,
  needs: 'classes',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'nothing',
    withSuppressionLimit: false,
    source: 'fewer and larger classes of the same rows',
  },
  better: 'lower',
  value: strictest(judgement, 'lower'),
  judgement,

  wanted: () => 1,
  met: (value) => value <= 1,
  explain: (value) => text.explain(value),
  allowed: text.allowed,
  examples: [
    {
      name: 'one of four at risk, where a quarter may be',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { average: 0.5, highest: 0.5, atRisk: 0.25 },
      value: 1,
      met: true,
    },
    {
      name: 'one of four at risk, where nobody may be',
      rows: [
        ['a', 'x'],
        ['a', 'x'],
        ['a', 'x'],
        ['b', 'x'],
      ],
      settings: { average: 0.5, highest: 0.5, atRisk: 0 },
      value: Number.MAX_SAFE_INTEGER,
      met: false,
    },
  ],
});
