import { z } from 'zod';

export const classSizeBin = z.object({ size: z.number(), classes: z.number(), rows: z.number() });

/**
 * `custos risk --json`. Definitions: docs/definitions.md (El Emam 2013; Machanavajjhala 2007; Li 2007). Shares are
 * 0..1.
 */
export const risk = z.object({
  rows: z.number(),
  qi: z.array(z.string()),
  k: z.number(),
  classes: z.number(),
  averageClassSize: z.number(),
  unique: z.object({ rows: z.number(), share: z.number() }),
  prosecutor: z.object({ max: z.number(), average: z.number() }),
  journalist: z.object({ max: z.number(), average: z.number() }),
  marketer: z.object({ average: z.number() }),
  l: z.record(z.string(), z.object({ distinct: z.number(), entropy: z.number() })),
  t: z.record(z.string(), z.number()),
  histogram: z.array(classSizeBin),
  /** People or rows: what the size of a class is counted in. */
  counts: z.enum(['people', 'rows']).optional(),
  /** Rows with `*` in every quasi-identifier: they were suppressed before, and are in no class. */
  suppressedRows: z.number().optional(),
  /** Rows in classes of fewer than k. */
  below: z.object({ k: z.number(), rows: z.number(), share: z.number(), classes: z.number() }).optional(),
  /** Every column that was used, for what, and why. */
  columns: z
    .array(z.object({ name: z.string(), use: z.enum(['quasi-identifier', 'sensitive', 'person']), why: z.string() }))
    .optional(),
  /** What was chosen or read over on the way. */
  notes: z.array(z.string()).optional(),
});
export type Risk = z.infer<typeof risk>;
