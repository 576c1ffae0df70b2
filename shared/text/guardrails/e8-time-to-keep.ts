import { firstNames } from '../names.ts';
import { counted, rowsOrPeople } from '../numbers.ts';
import { says, type OfColumns } from './words.ts';

export const e8Text = {
  title: 'Time to keep the data',
  reasons: {
    undated: ({ columns }: OfColumns) =>
      says(
        `How old these identifiers are is not known: ${firstNames(columns)}.`,
        'No date stands beside them.',
        'Drop these columns, or bring the day of each identifier in with it.',
      ),
    'none-dated': () => says('No such identifier with a date beside it is in the output.'),
    'none-past-limit': () => says('No online identifier in the output is known to be past its limit.'),
    cut: ({ past, undated, days }: { past: number; undated: number; days: number }) =>
      says(
        `Advertising ids older than ${counted(days, 'day')} were left out.`,
        `${counted(past, 'row')} past that time, ${counted(undated, 'row')} without a day.`,
      ),
    'past-limit': ({ columns, past }: OfColumns & { past: { column: string; rows: number; days: number }[] }) =>
      says(
        `Identifiers past their time are in the output: ${firstNames(columns)}.`,
        past
          .map(
            ({ column, rows, days }) =>
              `"${column}": ${rowsOrPeople(rows, false)} older than ${counted(days, 'day')} on the reference date.`,
          )
          .join(' '),
        'Drop these columns, or leave out the rows first.',
      ),
  },
};
