import { firstNames } from '../names.ts';
import { noColumns, notForTargeting, outputColumns, says, type OfColumns } from './words.ts';

export const e6Text = {
  title: 'Reduce bias',
  reasons: {
    'not-for-targeting': notForTargeting,
    'no-columns': noColumns,
    'no-score': () => says('No score or label is in the output.'),
    'score-not-audited': ({ columns }: OfColumns) =>
      says(
        `People would be chosen by a score or label: ${firstNames(columns)}. Whether it treats groups alike was not ` +
          'audited.',
        `${outputColumns(columns.length)} ${columns.length === 1 ? 'is a score or label' : 'are scores or labels'}.`,
        'Compare selection rates between groups before using the list.',
      ),
  },
};
