import { firstNames } from '../names.ts';
import { byPreset, chooseAPurpose, noColumns, outputColumns, says, type OfColumns, type OfPurpose } from './words.ts';

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
    'needed-by-preset': ({ purpose, suggested }: OfPurpose & { suggested: string[] }) =>
      says(
        `Custos suggests that “${purpose}” needs these columns, and nobody has said so: ${firstNames(suggested)}.`,
        byPreset,
        'Take over, under Data use, what the purpose needs, with your reason.',
      ),
    'all-needed': ({ needed }: { needed: number }) =>
      says(
        'Somebody says of every output column that the purpose needs it.',
        `${outputColumns(needed)}, by the register or by a purpose of your own.`,
      ),
  },
};
