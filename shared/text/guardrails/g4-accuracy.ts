import { firstNames } from '../names.ts';
import { counted } from '../numbers.ts';
import { says, type OfColumns } from './words.ts';

export const g4Text = {
  title: 'Accuracy',
  reasons: {
    'nothing-read': () => says('No value is turned into a date or a number on its way to the output.'),
    'all-read': () => says('Every value could be read as what its step takes it for.'),
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
