import { z } from 'zod';

/** What a search can lose least of. */
export const searchMetrics = [
  'loss',
  'loss-geometric',
  'precision',
  'discernibility',
  'class-size',
  'entropy',
  'divergence',
] as const;
export type SearchMetric = (typeof searchMetrics)[number];

/** `custos anonymise --json`. What is measured comes from the written file. */
export const anonymisedFile = z.object({
  output: z.string(),
  sha256: z.string(),
  rows: z.number(),
  /** The models and their settings, in words. */
  model: z.string(),
  levels: z.record(z.string(), z.object({ level: z.number(), of: z.number() })),
  suppressedRows: z.number(),
  /** Rows, or people where a column tells them apart, of the smallest class that is not suppressed. */
  k: z.number(),
  classes: z.number(),
  /** Arithmetic NCP on the leaves of the hierarchies, 0..1. */
  loss: z.number(),
  precision: z.number(),
  averageClassSize: z.number(),
  discernibility: z.number(),
  metric: z.enum(searchMetrics),
  score: z.number(),
  /** Proven: no choice of levels scores below it. */
  bound: z.number(),
  nodes: z.number(),
  nodesChecked: z.number(),
  optimal: z.boolean(),
  /** Each model of a protected column, over the written classes. */
  measured: z.array(
    z.object({ model: z.string(), column: z.string().nullable(), value: z.number(), met: z.boolean() }),
  ),
  /** Seconds; `load` once the file is open. */
  timings: z.object({ load: z.number(), search: z.number(), write: z.number() }),
  notes: z.array(z.string()),
});
export type AnonymisedFile = z.infer<typeof anonymisedFile>;
