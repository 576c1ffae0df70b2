import type { MeasureFigure } from '../domain/group-measure.ts';
import { quotedNames } from './names.ts';

/** What a sentence calls the figures of a measure. */
const figuresNamed: Record<MeasureFigure, string> = { sum: 'sum', mean: 'mean', 'sum-and-mean': 'sum and mean' };

/** What the operation that counts is called and says of itself. */
export const countingOperationsText = {
  'count-rows': {
    label: 'Table of counts',
    summary: 'Writes each combination once, with how many people have it, in place of rows.',
    describe: {
      exact: (columns: string[]) =>
        `Write each combination of ${quotedNames(columns)} once, with how many people have it; none of fewer than k.`,
      noisy: (columns: string[], epsilon: number, delta: number) =>
        `Write each combination of ${quotedNames(columns)} once, with how many people have it and noise on every count ` +
        `(ε ${epsilon}, δ ${delta}).`,
      measures: (measures: readonly { column: string; figure: MeasureFigure; low: number; high: number }[]) =>
        measures
          .map(
            ({ column, figure, low, high }) =>
              ` Beside it the ${figuresNamed[figure]} of ${quotedNames([column])}, of each person clipped to ` +
              `[${low}, ${high}].`,
          )
          .join(''),
    },
    epsilon: {
      label: 'ε',
      help: 'How much one person may change the table; 0 for exact counts of at least k people.',
    },
    epsilonTooSmall: (least: number) =>
      `An ε under ${least} leaves nothing but noise. Set it to ${least} at least, or to 0 for exact counts.`,
    delta: { label: 'δ', help: 'The chance that ε does not hold; 0 where it always does.' },
    measures: {
      label: 'Sums and means',
      help:
        'Numbers that are summed up per group, with ε above 0. What one person adds is clipped to the bounds; choose them ' +
        'from what you know, not from this file: wider bounds mean more noise.',
    },
    groupsPerPerson: {
      label: 'Groups per person',
      help: 'In how many groups a person with several rows counts at most; more groups mean more noise.',
    },
    /** What the columns beside the groups are called. */
    people: 'people',
    sum: (column: string) => `sum of ${column}`,
    told: (column: string) => `people with ${column}`,
    mean: (column: string) => `mean of ${column}`,
    least: (mean: string) => `${mean}, at least`,
    most: (mean: string) => `${mean}, at most`,
  },
  /** Numbers that are summed up per group. */
  measures: {
    withoutNoise: 'Sums and means are told with noise alone, or they tell of whoever has most: set ε above 0.',
    grouped: (column: string) =>
      `${quotedNames([column])} is grouped by, so it cannot be summed up as well. Take it out of one of the two.`,
    twice: (column: string) => `${quotedNames([column])} is summed up twice. Ask for “sum and mean” once.`,
    bounds: (column: string) =>
      `The bounds of ${quotedNames([column])} have to be whole multiples of its step, fewer than 2³¹ of them, and the ` +
      'lowest not above the highest. Change a bound or the step.',
    figures: { sum: 'Sum', mean: 'Mean', 'sum-and-mean': 'Sum and mean' } satisfies Record<MeasureFigure, string>,
  },
};
