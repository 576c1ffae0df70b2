import { z } from 'zod';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['delta-disclosure'];

const settings = z.strictObject({ delta: z.number().positive().max(1000) });

const judgement: Judgement<z.infer<typeof settings>> = {
  each: 'class-values',
  prepare:
    ({ counts: whole, rows: all }) =>
    ({ codes, counts, rows }) =>
      codes.reduce(
        (most, code, at) => Math.max(most, Math.abs(Math.log2((counts[at]! * all) / (rows * whole[code]!)))),
        0,
      ),
};

/**
 * δ-disclosure privacy: no sensitive value that a class has is there more or less often than in the whole table by a
 * factor of 2^δ or more. A missing value is a value of its own. Putting classes together may break it: a value that one of
 * them lacks becomes rarer.
 */
export const deltaDisclosure = definePrivacyModel({
  id: 'delta-disclosure',
  title: text.title,
  source: 'Brickell, Shmatikov 2008',
  settings,
  usual: { delta: 1 },
  always: false,
  needs: 'sensitive-column',
  isMonotone: {
    underGeneralisation: false,
    underSuppression: 'nothing',
    withSuppressionLimit: false,
    source: 'a value that is in one of two classes alone becomes rarer when they are put together',
  },
  better: 'lower',
  value: strictest(judgement, 'lower'),
  judgement,
  readsValues: () => true,
  wanted: ({ delta }) => delta,
  met: (value, { delta }) => value < delta,
  explain: (value, { delta }, column) => text.explain(value, delta, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'as in the whole table',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'y'],
      ],
      settings: { delta: 1 },
      value: 0,
      met: true,
    },
    {
      name: 'twice as often is too often',
      rows: [
        ['a', 'x'],
        ['b', 'y'],
      ],
      settings: { delta: 1 },
      value: 1,
      met: false,
    },
  ],
});
