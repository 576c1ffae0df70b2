import { count } from '../numbers.ts';

/** Why narrow tables with these settings are refused. */
export const narrowText = {
  k: 'k has to be a whole number from 1: set another one.',
  suppression: 'The share of rows that may be left out has to be a number from 0 to 1: set another one.',
  most: 'The most columns of a table has to be a whole number from 1: set another one.',
  tooMany: (most: number) =>
    `More than ${count(most)} sets of columns are safe: ask for tables of fewer columns, or name fewer columns.`,
  wish: (columns: number, weights: number) =>
    `Every column needs one weight, 0 or more: there are ${columns} columns and ${weights} weights.`,
};
