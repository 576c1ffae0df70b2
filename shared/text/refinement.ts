import type { ColumnRefinement } from '../domain/refinement.ts';

const tenths = (share: number): string => `${(Math.round(share * 1000) / 10 + 0).toFixed(1)} %`;

/** What knowing how rows were grouped tells, as a table. */
export const refinementText = {
  nothing: 'Knowing how rows were put into groups rules out no value of any column.',
  heads: ['Knowing the method', 'Open', 'Narrowed', 'True value struck out', 'Right guess', 'Knowing it'],
  cells: ({ column, open, shrunk, misled, guessBefore, guessAfter }: ColumnRefinement): string[] => [
    column,
    ...[open, shrunk, misled, guessBefore, guessAfter].map(tenths),
  ],
};
