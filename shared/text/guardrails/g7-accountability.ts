import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { says, type OfColumns } from './words.ts';

export const g7Text = {
  title: 'Accountability',
  reasons: {
    'no-workspace': () =>
      says(
        'Without a workspace there is no register entry and nobody signs the certificate.',
        '',
        'Work in a workspace.',
      ),
    unconfirmed: ({ columns }: OfColumns) =>
      says(
        `Nobody has confirmed what these columns are: ${firstNames(columns)}. The release is recorded with that ` +
          'remark.',
        `${counted(columns.length, 'classification')} ${columns.length === 1 ? 'is a suggestion' : 'are suggestions'}.`,
        'Confirm or correct them under Classify.',
      ),
    'accounted-for': () =>
      says('The release becomes a signed entry of the register; every column’s classification is confirmed.'),
  },
};
