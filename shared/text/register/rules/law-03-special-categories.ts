import { firstNames } from '#shared/text/names.ts';
import { counted } from '#shared/text/numbers.ts';
import { says, type OfColumns } from '#shared/text/guardrails/words.ts';
import { notLookedAt, type OfDataset, type OfNamedPurpose } from './words.ts';

/** Columns that show it, or an activity that declares it. */
const shownBy = (columns: string[]): string =>
  columns.length === 0 ? 'An activity for it declares such data.' : `Such columns are for it: ${firstNames(columns)}.`;

export const law03Text = {
  title: 'Special categories have a condition of Art. 9(2)',
  nothing: 'No activity declares special categories, and no column shows them: each was judged.',
  reasons: {
    'not-looked-at': notLookedAt,
    'for-nothing': ({ dataset, columns }: OfDataset & OfColumns) =>
      says(
        `“${dataset}” holds special categories of data, and nobody has declared what they are for.`,
        `Such columns: ${firstNames(columns)}.`,
        'Declare their purpose under Data use, or drop these columns.',
      ),
    'no-condition': ({ purpose, columns }: OfNamedPurpose & OfColumns) =>
      says(
        `The purpose “${purpose}” uses special categories of data and names no condition that allows it.`,
        shownBy(columns),
        'Name the condition of Art. 9(2) that holds, or take these data out of the purpose.',
      ),
    'condition-named': ({ purpose, columns, conditions }: OfNamedPurpose & OfColumns & { conditions: number }) =>
      says(
        `The purpose “${purpose}” uses special categories under ${counted(conditions, 'condition')} of Art. 9(2).`,
        shownBy(columns),
      ),
  },
};
