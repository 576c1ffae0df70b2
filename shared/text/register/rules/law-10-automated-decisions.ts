import { says } from '#shared/text/guardrails/words.ts';
import type { OfActivity } from './words.ts';

export const law10Text = {
  title: 'Decisions by machine alone have a ground and a person',
  nothing: 'No activity decides by automatic means alone.',
  reasons: {
    'not-stated': ({ activity }: OfActivity) =>
      says(
        `Whether “${activity}” decides by automatic means alone nobody has stated.`,
        'Its field for automated decisions is empty.',
        'Say in the activity whether a machine decides alone.',
      ),
    'no-ground': ({ activity }: OfActivity) =>
      says(
        `“${activity}” decides by automatic means alone, and names nothing that allows it.`,
        'Its ground under Art. 22(2) is empty.',
        'Name the contract, the law or the explicit consent, or let a person decide.',
      ),
    'no-review': ({ activity }: OfActivity) =>
      says(
        `“${activity}” decides by automatic means alone, and nobody looks at a decision again.`,
        'Nothing says how a person reviews it.',
        'Say how people have a decision looked at again by a person (Art. 22(3)).',
      ),
    'ground-and-review': ({ activity }: OfActivity) =>
      says(`“${activity}” names what allows its automatic decisions, and who looks at them again.`),
  },
};
