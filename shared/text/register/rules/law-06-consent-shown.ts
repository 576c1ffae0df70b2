import { firstNames } from '#shared/text/names.ts';
import { says, type OfColumns } from '#shared/text/guardrails/words.ts';
import type { OfDataset, OfNamedPurpose } from './words.ts';

export const law06Text = {
  title: 'Consent can be shown row by row',
  reasons: {
    'no-consent-column': ({ purpose, dataset }: OfNamedPurpose & OfDataset) =>
      says(
        `The purpose “${purpose}” rests on consent, and “${dataset}” does not say who gave it.`,
        'No column of the dataset is about consent.',
        'Bring a dataset in that tells the consent of each row, or mark the column that does.',
      ),
    'consent-column': ({ purpose, dataset, columns }: OfNamedPurpose & OfDataset & OfColumns) =>
      says(
        `The purpose “${purpose}” rests on consent, which “${dataset}” tells of each row.`,
        `Read from ${firstNames(columns)} at every release.`,
      ),
  },
};
