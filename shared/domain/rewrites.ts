import { z } from 'zod';

/** Why the rows of a dataset are written anew. */
export const rewriteCauses = ['erasure', 'rectification', 'retention'] as const;
export type RewriteCause = (typeof rewriteCauses)[number];

const count = z.int().min(0);

/** How often the rows of a dataset were written anew since they came in, and what all of that took out or changed. */
export const datasetRewrites = z.strictObject({
  times: count,
  lastAt: z.iso.datetime(),
  rows: count,
  cells: count,
  rejectedRows: count,
});

export type DatasetRewrites = z.infer<typeof datasetRewrites>;

/** What became of the source of a release after it was made. */
export const rewrittenSince = z.object({
  times: count,
  lastAt: z.iso.datetime(),
  /** The newest entry that says so. */
  registerEntry: count,
  /** How often why; null: the entries are older than such causes. */
  causes: z.array(z.object({ cause: z.enum(rewriteCauses).nullable(), times: count })),
});
export type RewrittenSince = z.infer<typeof rewrittenSince>;
