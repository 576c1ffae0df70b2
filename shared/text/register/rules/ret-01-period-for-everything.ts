import { firstNames } from '#shared/text/names.ts';
import { says, type OfColumns } from '#shared/text/guardrails/words.ts';
import type { OfDataset } from './words.ts';

const remedy = 'Bind a rule to it under Retention, or make one of your own there.';

export const ret01Text = {
  title: 'Every dataset and every kind of identifier has a rule of retention',
  nothing: 'No dataset holds anything that points at people.',
  reasons: {
    'no-rule': ({ dataset, columns }: OfDataset & OfColumns) =>
      says(
        `No rule says how long “${dataset}” is kept.`,
        `${firstNames(columns)} point at people, and no rule of retention is about them.`,
        remedy,
      ),
    'columns-without-rule': ({ dataset, columns }: OfDataset & OfColumns) =>
      says(
        `No rule says how long ${firstNames(columns)} of “${dataset}” are kept.`,
        'Other columns of the dataset have a rule of retention, these have none.',
        remedy,
      ),
    'length-undecided': ({ dataset }: OfDataset) =>
      says(
        `Nobody has decided how long “${dataset}” is kept.`,
        'A rule of retention is about it, and has no length.',
        'Decide the length under Retention.',
      ),
    ruled: ({ dataset, columns }: OfDataset & OfColumns) =>
      says(
        `Rules of retention say how long “${dataset}” is kept.`,
        `They are about its rows, or about each of ${firstNames(columns)}.`,
      ),
  },
};
