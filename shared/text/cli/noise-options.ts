import { shortName } from '../names.ts';

/** Options of commands that ask for noise. */
export const noiseOptionsText = {
  sum: 'counts: the sum of a column per group, of each person clipped to low…high; again for another',
  mean: 'counts: the mean of a column per group, likewise; a step may follow (amount:0:500:0.01)',
  epsilon: 'counts and synthetic: how much one person may change the result, 0.01–20; counts: 0 for none',
  delta: 'counts and synthetic: the chance that ε does not hold; 0 in counts where it always has to',
  noMeasure: (option: string, typed: string) =>
    `${option} ${shortName(typed)} is no column with bounds: give COLUMN:LOW:HIGH, such as amount:0:500.`,
  wrongWay: (option: string, typed: string) =>
    `${option} ${shortName(typed)} has its bounds the wrong way round: swap them.`,
  tooFar: (option: string, typed: string) =>
    `${option} ${shortName(typed)} is out of reach: give bounds within a million million of 0, and a step from 0.000001.`,
  otherBounds: (column: string) =>
    `${shortName(column)} is summed up with one pair of bounds and meant with another: give both the same, or ask for one.`,
  badEpsilon: (epsilon: number) =>
    `An ε of ${epsilon} is not possible: give a number from 0.01 to 20 (1 protects well, above 10 hardly anybody), or 0 ` +
    'for counts without noise.',
  badDelta: (delta: number) =>
    `A δ of ${delta} is not possible: give one far under 1 divided by the number of people, such as 0.000001, or 0.`,
  noNoise: 'Sums and means are told with noise alone, or they tell of whoever has most: give an ε above 0.',
};
