import { z } from 'zod';

const count = z.number().int().min(0);

/** A few columns in which some rows are already in groups below k; a row is told under one set only. */
export const blockingSet = z.object({
  columns: z.array(z.string()),
  rows: count,
  /** Groups that those rows are in, over these columns. */
  groups: count,
});
export type BlockingSet = z.infer<typeof blockingSet>;

/** Which groups keep a table from k, and so which rows are left out (docs/definitions.md, "Groups that block"). */
export const blockingGroups = z.object({
  /** Rows in groups below k over all counted columns, and of how many. */
  rows: count,
  of: count,
  /** The smallest sets of columns first, of equally small ones that of most rows. */
  sets: z.array(blockingSet),
  /** Columns of the largest sets that were looked at, and rows that are in groups below k in none of those. */
  upTo: count,
  more: count,
  /** For each column how many of the rows would not be left out if it were. */
  without: z.array(z.object({ column: z.string(), rows: count })),
});
export type BlockingGroups = z.infer<typeof blockingGroups>;
