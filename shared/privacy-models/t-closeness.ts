import { z } from 'zod';
import type { TableValues } from '#shared/domain/class-values.ts';
import { equalDistance, hierarchicalDistance, isOrdered, orderedDistance } from '#shared/domain/distances.ts';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['t-closeness'];

/**
 * `distance`: how far values are from each other; where it is absent, by their order where all are numbers, else all as
 * far. `hierarchy`: for the hierarchical one, a line per value: the value, then its label level by level upwards.
 */
const settings = z
  .strictObject({
    t: z.number().min(0).max(1),
    distance: z.enum(['equal', 'ordered', 'hierarchical']).optional(),
    hierarchy: z.array(z.array(z.string()).min(2)).optional(),
  })
  .refine(({ distance, hierarchy }) => (distance === 'hierarchical') === (hierarchy !== undefined));
type Settings = z.infer<typeof settings>;

function distanceOf(table: TableValues, { distance, hierarchy = [] }: Settings) {
  if (distance === 'hierarchical') return hierarchicalDistance(table, hierarchy);
  return (distance ?? (isOrdered(table) ? 'ordered' : 'equal')) === 'ordered'
    ? orderedDistance(table)
    : equalDistance(table);
}

const judgement: Judgement<Settings> = { each: 'class-values', prepare: distanceOf };
const worst = strictest(judgement, 'lower');

/**
 * In no class are the sensitive values distributed further from the whole table than t (earth mover's distance, 0…1).
 */
export const tCloseness = definePrivacyModel({
  id: 't-closeness',
  title: text.title,
  source: 'Li, Li, Venkatasubramanian 2007',
  settings,
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
  value: (measured, asked, column) =>
    asked.distance === undefined ? (measured.t[column] ?? 0) : worst(measured, asked, column),
  judgement,
  readsValues: ({ distance }) => distance !== undefined,
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
    {
      name: 'numbers as if they had no order',
      rows: [
        ['a', '1'],
        ['a', '2'],
        ['b', '9'],
        ['b', '10'],
      ],
      settings: { t: 0.4, distance: 'equal' },
      value: 0.5,
      met: false,
    },
    {
      name: 'values of one branch are near each other',
      rows: [
        ['a', 'flu'],
        ['b', 'cold'],
        ['a', 'ulcer'],
        ['b', 'ulcer'],
      ],
      settings: {
        t: 0.2,
        distance: 'hierarchical',
        hierarchy: [
          ['flu', 'lung', '*'],
          ['cold', 'lung', '*'],
          ['ulcer', 'stomach', '*'],
        ],
      },
      value: 0.125,
      met: true,
    },
  ],
});
