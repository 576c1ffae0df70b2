import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { says, type OfColumns } from './words.ts';

export const g4Text = {
  title: 'Accuracy',
  reasons: {
    'nothing-read': () => says('No value is turned into a date or a number on its way to the output.'),
    'all-read': () => says('Every value could be read as what its step takes it for.'),
    'quality-failed': ({ columns, entry, checks }: OfColumns & { entry: number; checks: number }) =>
      says(
        `${counted(checks, 'check')} of the quality of ${firstNames(columns)} failed, and nobody has settled ` +
          `${checks === 1 ? 'it' : 'them'}.`,
        `Entry #${entry} of the log.`,
        'Correct the values at their source and import again, or settle the findings under Datasets, Quality.',
      ),
    /** `entry`: of the last check; 0 where there was none. */
    'quality-overdue': ({ next, entry }: { next: string; entry: number }) =>
      says(
        `The quality of these data was to be checked by ${next}.`,
        entry === 0 ? 'It was never checked.' : `It was checked last by entry #${entry} of the log.`,
        'Check it under Datasets, Quality, or with `custos quality`.',
      ),
    'quality-checked': ({ entry, day }: { entry: number; day: string }) =>
      says(
        `Every value could be read, and no check of these columns failed on ${day} that nobody has settled.`,
        `Entry #${entry} of the log.`,
      ),
    /** `moved`: columns that moved as one value; `others`: columns of the same place that did not move with them. */
    'moved-apart': ({ moved, others }: OfColumns & { moved: string[]; others: string[] }) =>
      says(
        `${firstNames(moved)} moved to other rows without ${firstNames(others)}: rows of the output name places that do ` +
          'not exist.',
        'A ZIP beside another city also tells who looks closely what the value was.',
        'Move them in one step with “Columns move together”, or drop or coarsen the others to where they always agree.',
      ),
    /** `values`: of all steps together; `step` counts from 0. */
    'not-read': ({ columns, values, steps }: OfColumns & { values: number; steps: { step: number; rows: number }[] }) =>
      says(
        `${counted(values, 'value')} of ${firstNames(columns)} of the source could not be read: the recipe makes ` +
          `${values === 1 ? 'it' : 'them'} empty.`,
        steps.map(({ step, rows }) => `Step ${step + 1}: ${counted(rows, 'row')} of the source.`).join(' '),
        'Choose the date or number format the file uses, or correct the values at their source.',
      ),
  },
};
