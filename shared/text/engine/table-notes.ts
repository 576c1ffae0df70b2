import { firstNames } from '../names.ts';
import { count, counted } from '../numbers.ts';

/** What a reader should know of a classified table as a whole. */
export const tableNotesText = {
  /** Names of columns whose long numbers a spreadsheet wrote in its short form. */
  numbersShortened: (columns: readonly string[]) =>
    `${firstNames(columns)}: a spreadsheet shortened these numbers (as in 4.2E+15). If they are ids, telephone or card ` +
    'numbers, their last digits are lost; export them as text.',
  /** Hardly a column name was understood. */
  namesNotUnderstood: (understood: number, named: number) =>
    `Of ${counted(named, 'column name')} ${
      understood === 0 ? 'none is' : `only ${count(understood)} ${understood === 1 ? 'is' : 'are'}`
    } understood: the language or the field of this table is not known here. What the values do not show is undecided.`,
};
