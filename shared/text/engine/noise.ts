import { shortName } from '../names.ts';
import { count } from '../numbers.ts';

/** Why noise with these settings is refused, and what a value outside its list is called. */
export const noiseText = {
  epsilon: (least: number, most: number) =>
    `ε has to be a number from ${least} to ${most}: set another one. 1 protects well; above 10, little does.`,
  delta: (rows: number) =>
    `δ has to be above 0 and under 1 divided by the number of rows (${count(rows)}): set another, such as 0.000001.`,
  most: 'The most rows that one person may add has to be a whole number from 1: set it in the recipe.',
  rest: 'other',
  noRows: 'Noisy tables need a table with rows and columns: there is none.',
  domains: (columns: number, lists: number) =>
    `Every column needs its list of values, in the recipe: there are ${columns} columns and ${lists} lists.`,
  fewValues: (column: string, values: number) =>
    `The list of values of ${shortName(column)} has ${values}: give it two at least, or drop the column.`,
  manyValues: (column: string, values: number, most: number) =>
    `The list of values of ${shortName(column)} has ${count(values)}, more than ${count(most)}: ` +
    'put values together first, in bands or groups.',
  twice: (column: string) => `The list of values of ${shortName(column)} names a value twice: take one out.`,
};
