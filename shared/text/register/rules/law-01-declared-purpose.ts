import { counted } from '#shared/text/numbers.ts';
import { says } from '#shared/text/guardrails/words.ts';
import { noPurpose, type OfDataset } from './words.ts';

export const law01Text = {
  title: 'Every dataset is for an approved purpose',
  nothing: 'The workspace holds no dataset.',
  reasons: {
    'no-purpose': noPurpose,
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
