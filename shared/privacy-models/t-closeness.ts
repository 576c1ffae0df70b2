import { z } from 'zod';
import { equalDistance, isOrdered, orderedDistance } from '#shared/domain/distances.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel } from './privacy-model.ts';

const text = privacyModelsText['t-closeness'];

/**
 * In no class are the sensitive values distributed further from the whole table than t (earth mover's distance, 0…1).
 */
export const tCloseness = definePrivacyModel({
  id: 't-closeness',
  title: text.title,
  source: 'Li, Li, Venkatasubramanian 2007',
  settings: z.strictObject({ t: z.number().min(0).max(1) }),
  usual: { t: 0.5 },
  always: true,
  needs: 'sensitive-column',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'nothing',
    withSuppressionLimit: false,
    source: 'Li, Li, Venkatasubramanian 2007 (generalization property)',
  },
  better: 'lower',
  value: (risk, _settings, column) => risk.t[column] ?? 0,
  judgement: {
    each: 'class-values',
    prepare: (table) => (isOrdered(table) ? orderedDistance(table) : equalDistance(table)),
  },
  wanted: ({ t }) => t,
  met: (value, { t }) => value <= t,
  explain: (value, { t }, column) => text.explain(value, t, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'the same mix everywhere',
      rows: [
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'x'],
        ['b', 'y'],
      ],
      settings: { t: 0.5 },
      value: 0,
      met: true,
    },
    {
      name: 'all of one value in a small class',
      rows: [
        ['a', 'rare'],
        ['b', 'x'],
        ['b', 'x'],
        ['b', 'x'],
      ],
      settings: { t: 0.5 },
      value: 0.75,
      met: false,
    },
    {
      name: 'numbers by their order',
      rows: [
        ['a', '1'],
        ['a', '2'],
        ['b', '9'],
        ['b', '10'],
      ],
      settings: { t: 0.5 },
      value: 1 / 3,
      met: true,
    },
  ],
});
