import { shortName } from '../names.ts';
import { count, numbered } from '../numbers.ts';

/** Why tables of counts with these settings are refused. */
export const countsText = {
  noColumns: 'Counts need one column at least to group by: name one.',
  nothingToCount: (k: number) =>
    `No column is left to count people by: none has a form whose groups ${numbered(k, 'person', 'people')} share. Put ` +
    'values into groups first, say under Classify what the columns are, or make it a pseudonymised release.',
  k: 'k has to be a whole number from 1: set another one.',
  cells: (cells: number, most: number) =>
    `The lists of values make ${count(cells)} groups, more than ${count(most)}: group by fewer columns or values.`,
  bounds: (column: string) =>
    `${shortName(column)} needs a lowest and a highest value that one person may add, and a step to round to, ` +
    'both bounds a whole number of steps, under 2³¹, and the lowest not above the highest: set them in the recipe.',
  mostGroups: 'The most groups that one person may count in has to be a whole number from 1: set it in the recipe.',
};
