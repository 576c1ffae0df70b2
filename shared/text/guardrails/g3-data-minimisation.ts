import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { chooseAPurpose, noColumns, outputColumns, says, type OfColumns, type OfPurpose } from './words.ts';

export const g3Text = {
  title: 'Data minimisation',
  reasons: {
    'no-purpose': () => says('Without a stated purpose no column can be shown to be needed.', '', chooseAPurpose),
    'no-columns': noColumns,
    'not-needed': ({ purpose, columns }: OfPurpose & OfColumns) =>
      says(
        `The purpose “${purpose}” does not say what it needs these columns for: ${firstNames(columns)}.`,
        `${outputColumns(columns.length)} ${columns.length === 1 ? 'is' : 'are'} of a kind the purpose does not list.`,
        'Drop them, or add them to the purpose with the reason.',
      ),
    'decided-not-needed': ({ purpose, columns }: OfPurpose & OfColumns) =>
      says(
        `Somebody decided that “${purpose}” does not need these columns: ${firstNames(columns)}.`,
        'The binding of the dataset says so.',
        'Drop them.',
      ),
    /** `kinds`: how many semantic types and categories the purpose lists. */
    'all-needed': ({ kinds }: { kinds: number }) =>
      says(
        'Every output column is of a kind the purpose needs.',
        `${counted(kinds, 'kind')} of data ${kinds === 1 ? 'is' : 'are'} listed with the purpose.`,
      ),
  },
};
