import { firstNames } from '../names.ts';
import { counted, rowsOrPeople } from '../numbers.ts';
import { says, type OfColumns } from './words.ts';

/** Identifiers past their days or without a day, by column. */
interface OfPast {
  past: { column: string; rows: number; undated: number; days: number }[];
}
const howOld = ({ column, rows, undated, days }: OfPast['past'][number]): string =>
  `"${column}": ${rowsOrPeople(rows, false)} older than ${counted(days, 'day')} on the reference date` +
  `${undated === 0 ? '' : `, ${rowsOrPeople(undated, false)} without a day`}.`;

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
    'past-limit': ({ columns, past }: OfColumns & OfPast) =>
      says(
        `Identifiers past their time are in the file: ${firstNames(columns)}.`,
        past.map(howOld).join(' '),
        'A release empties these cells. Drop the columns, or leave out the rows first.',
      ),
    emptied: ({ columns, past }: OfColumns & OfPast) =>
      says(
        `Identifiers past their time are not written, their cells are empty: ${firstNames(columns)}.`,
        past.map(howOld).join(' '),
      ),
  },
};
