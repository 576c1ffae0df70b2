import { z } from 'zod';
import { privacyModelsText } from '#shared/text/privacy-models.ts';
import { definePrivacyModel, strictest, type Judgement } from './privacy-model.ts';

const text = privacyModelsText['delta-presence'];

const settings = z
  .strictObject({
    member: z.string().min(1),
    least: z.number().min(0).max(1),
    most: z.number().min(0).max(1),
  })
  .refine(({ least, most }) => least <= most);

const judgement: Judgement<z.infer<typeof settings>> = {
  each: 'class-values',
  prepare:
    ({ values }, { member, least, most }) =>
    ({ codes, counts, rows }) => {
      const members = codes.reduce((sum, code, at) => sum + (values[code] === member ? counts[at]! : 0), 0);
      return Math.abs(members / rows - (least + most) / 2);
    },
};

/**
 * δ-presence: whether somebody is among the members cannot be told, because in every class the share of members lies
 * between two bounds. The table is the public one, and a column says who is a member by the value `member`. Its value is
 * how far the share of a class is from the middle of the two.
 */
export const deltaPresence = definePrivacyModel({
  id: 'delta-presence',
  title: text.title,
  source: 'Nergiz, Atzori, Clifton 2007',
  settings,
  usual: { member: '1', least: 0, most: 0.5 },
  always: false,
  needs: 'sensitive-column',
  isMonotone: {
    underGeneralisation: true,
    underSuppression: 'whole-classes',
    withSuppressionLimit: false,
    source: 'Nergiz, Atzori, Clifton 2007',
  },
  better: 'lower',
  value: strictest(judgement, 'lower'),
  judgement,
  readsValues: () => true,
  wanted: ({ least, most }) => (most - least) / 2,
  met: (value, { least, most }) => value <= (most - least) / 2 + 1e-12,
  explain: (value, { least, most }, column) => text.explain(value, { least, most }, column),
  allowed: text.allowed,
  examples: [
    {
      name: 'half of each class',
      rows: [
        ['a', 'yes'],
        ['a', 'no'],
        ['b', 'yes'],
        ['b', null],
      ],
      settings: { member: 'yes', least: 0.2, most: 0.6 },
      value: 0.1,
      met: true,
    },
    {
      name: 'a class without a member',
      rows: [
        ['a', 'yes'],
        ['a', 'no'],
        ['b', 'no'],
      ],
      settings: { member: 'yes', least: 0.2, most: 0.6 },
      value: 0.4,
      met: false,
    },
  ],
});
