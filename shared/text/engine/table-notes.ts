import { firstNames, shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';

/** What a reader should know of a classified table as a whole. */
export const tableNotesText = {
  /** Names of columns whose long numbers a spreadsheet wrote in its short form. */
  numbersShortened: (columns: readonly string[]) =>
    `${firstNames(columns)}: a spreadsheet shortened these numbers (as in 4.2E+15). If they are ids, telephone or card ` +
    'numbers, their last digits are lost; export them as text.',
  /** The same, with the rows of each; of every column that has one. */
  digitsLost: (columns: readonly { name: string; rows: number }[]) =>
    `A spreadsheet shortened numbers (as in 4.2E+15) in ${columns
      .slice(0, 5)
      .map(({ name, rows }) => `${shortName(name)} (${counted(rows, 'row')})`)
      .join(
        ', ',
      )}${columns.length > 5 ? ` and ${columns.length - 5} more columns` : ''}. If they are ids, telephone or ` +
    'card numbers, their last digits are lost; export them as text.',
  /** Columns of dates with rows that are none. */
  noDates: (columns: readonly { name: string; rows: number }[]) =>
    `Columns of dates hold something else in some rows: ${columns
      .slice(0, 5)
      .map(({ name, rows }) => `${shortName(name)} (${counted(rows, 'row')})`)
      .join(', ')}${columns.length > 5 ? ` and ${columns.length - 5} more columns` : ''}.`,
  /** Hardly a column name was understood. */
  namesNotUnderstood: (understood: number, named: number) =>
    `Of ${counted(named, 'column name')} ${
      understood === 0 ? 'none is' : `only ${count(understood)} ${understood === 1 ? 'is' : 'are'}`
    } understood: the language or the field of this table is not known here. What the values do not show is undecided.`,
};
