import { z } from 'zod';

const count = z.number().int().min(0);

/** What is lost against what is protected, over the columns of which a recipe leaves out small classes. */
export const riskFrontier = z.object({
  /** Rows before any is left out. */
  rows: count,
  /** The recipe's. */
  k: count,
  /** Share (0…1) of the rows that the recipe lets be left out. */
  limit: z.number(),
  /** Rows that each k leaves out. */
  points: z.array(z.object({ k: count, out: count })),
  /** Rows that the recipe's k leaves out where one column is not there, fewest first. */
  without: z.array(z.object({ column: z.string(), out: count })),
  /**
   * Rows that the recipe's k leaves out where one column is one level finer, fewest first, with how many different texts
   * the column has now, and would have; columns of which nobody knows a finer level are not here.
   */
  finer: z.array(z.object({ column: z.string(), out: count, now: count, then: count })),
});
export type RiskFrontier = z.infer<typeof riskFrontier>;
