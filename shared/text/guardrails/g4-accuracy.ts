import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { says, type OfColumns } from './words.ts';

export const g4Text = {
  title: 'Accuracy',
  reasons: {
    'nothing-read': () => says('No value is turned into a date or a number on its way to the output.'),
    'all-read': () => says('Every value could be read as what its step takes it for.'),
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
