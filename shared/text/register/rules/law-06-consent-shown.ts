import { firstNames } from '#shared/text/names.ts';
import { says, type OfColumns } from '#shared/text/guardrails/words.ts';
import { basisUnknown, type OfDataset, type OfNamedPurpose } from './words.ts';

export const law06Text = {
  title: 'Consent can be shown row by row',
  nothing: 'No purpose that data are for rests on consent.',
  reasons: {
    'basis-unknown': basisUnknown,
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
