import { counted } from '#shared/text/numbers.ts';
import { says } from '#shared/text/guardrails/words.ts';
import type { OfDataset } from './words.ts';

export const law01Text = {
  title: 'Every dataset is for an approved purpose',
  reasons: {
    'no-purpose': ({ dataset }: OfDataset) =>
      says(
        `Nobody has declared what the dataset “${dataset}” is for.`,
        'Neither a binding nor an activity of the register names it.',
        'Bind its columns to the purposes they were collected for.',
      ),
    'not-approved': ({ dataset, ref }: OfDataset & { ref: string }) =>
      says(
        `The dataset “${dataset}” is for a purpose that nobody has approved.`,
        `${ref} is not approved.`,
        `Have ${ref} approved.`,
      ),
    approved: ({ dataset, purposes }: OfDataset & { purposes: number }) =>
      says(`The dataset “${dataset}” is for ${counted(purposes, 'approved purpose')}.`),
  },
};
