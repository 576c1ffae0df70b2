import { firstNames } from '#shared/text/names.ts';
import { says, type OfColumns } from '#shared/text/guardrails/words.ts';
import { notLookedAt, type OfDataset, type OfNamedPurpose } from './words.ts';

const shownBy = (columns: string[]): string =>
  columns.length === 0 ? 'An activity for it declares such data.' : `Such columns are for it: ${firstNames(columns)}.`;

export const law04Text = {
  title: 'Data on offences rest on authority or law',
  nothing: 'No activity declares data on offences, and no column shows them: each was judged.',
  reasons: {
    'not-looked-at': notLookedAt,
    'for-nothing': ({ dataset, columns }: OfDataset & OfColumns) =>
      says(
        `“${dataset}” holds data on offences, and nobody has declared what they are for.`,
        `Such columns: ${firstNames(columns)}.`,
        'Declare their purpose under Data use, or drop these columns.',
      ),
    'no-authority': ({ purpose, columns }: OfNamedPurpose & OfColumns) =>
      says(
        `The purpose “${purpose}” uses data on offences and names no authority or law that allows it.`,
        shownBy(columns),
        'Name the authority or the law under Art. 10, or take these data out of the purpose.',
      ),
    'authority-named': ({ purpose, columns }: OfNamedPurpose & OfColumns) =>
      says(`The purpose “${purpose}” names what allows it to use data on offences.`, shownBy(columns)),
  },
};
