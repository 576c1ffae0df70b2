import { count, counted } from '../numbers.ts';

/** What a reader should know of a classified table as a whole. */
export const tableNotesText = {
  /** Hardly a column name was understood. */
  namesNotUnderstood: (understood: number, named: number) =>
    `Of ${counted(named, 'column name')} ${
      understood === 0 ? 'none is' : `only ${count(understood)} ${understood === 1 ? 'is' : 'are'}`
    } understood: the language or the field of this table is not known here. What the values do not show is undecided.`,
};
