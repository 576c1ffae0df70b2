import { firstNames } from '#shared/text/names.ts';
import { says, type OfColumns } from '#shared/text/guardrails/words.ts';
import { notLookedAt, type OfDataset } from './words.ts';

export const law05Text = {
  title: 'A person looked at columns that can reveal special categories',
  nothing: 'No column is of a kind whose values can reveal a special category: each was judged.',
  reasons: {
    'not-looked-at': notLookedAt,
    undecided: ({ dataset, columns }: OfDataset & OfColumns) =>
      says(
        `What people bought, viewed, searched for or wrote in “${dataset}” can reveal health, belief or orientation.`,
        `Nobody has decided on ${firstNames(columns)}.`,
        'Look at these columns under Classify: accept them, or mark them as the category that they reveal.',
      ),
    decided: ({ dataset, columns }: OfDataset & OfColumns) =>
      says(
        `A person decided on every column of “${dataset}” that can reveal a special category.`,
        `Decided: ${firstNames(columns)}.`,
      ),
  },
};
