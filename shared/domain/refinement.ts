import { z } from 'zod';

const share = z.number();

/**
 * What knowing how rows were grouped tells of one column (docs/definitions.md, "Knowing how it was made"). Shares 0…1, of
 * the rows looked at; guesses of those whose cell leaves more than one value open.
 */
export const columnRefinement = z.object({
  column: z.string(),
  /** Rows looked at. */
  rows: z.number(),
  open: share,
  shrunk: share,
  misled: share,
  freeShrunk: share,
  freeMisled: share,
  guessBefore: share,
  guessAfter: share,
});
export type ColumnRefinement = z.infer<typeof columnRefinement>;
