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
        'Read the consent of its people into the ledger, bring a dataset in that tells the consent of each row, or mark ' +
          'the column that does.',
      ),
    'consent-ledger': ({ purpose, dataset, columns }: OfNamedPurpose & OfDataset & OfColumns) =>
      says(
        `The purpose “${purpose}” rests on consent, which the ledger has of the people of “${dataset}”.`,
        `Found by ${firstNames(columns)} at every release.`,
      ),
    'consent-column': ({ purpose, dataset, columns }: OfNamedPurpose & OfDataset & OfColumns) =>
      says(
        `The purpose “${purpose}” rests on consent, which “${dataset}” tells of each row.`,
        `Read from ${firstNames(columns)} at every release.`,
      ),
  },
};
