import { z } from 'zod';
import { columnRefinement } from './refinement.ts';

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

/** How long local recoding looks. */
export const localEfforts = ['quick', 'long'] as const;
export type LocalEffort = (typeof localEfforts)[number];

const share = z.number();

/** `custos anonymise --json`. What is measured comes from the written file. */
export const anonymisedFile = z.object({
  output: z.string(),
  sha256: z.string(),
  rows: z.number(),
  /** The models and their settings, in words. */
  model: z.string(),
  /** Null: one level for each column. */
  local: z.enum(localEfforts).nullable(),
  /** The level of each column; by local recoding the highest that is used, and the mean over the rows. */
  levels: z.record(z.string(), z.object({ level: z.number(), of: z.number(), mean: z.number().optional() })),
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
  /** Proven: no choice of levels scores below it; 0 by local recoding. */
  bound: z.number(),
  /** Choices of levels; none by local recoding. */
  nodes: z.number(),
  nodesChecked: z.number(),
  optimal: z.boolean(),
  /** Each model over the written classes; k-map by a table has the fewest people of the population in one. */
  measured: z.array(
    z.object({ model: z.string(), column: z.string().nullable(), value: z.number(), met: z.boolean() }),
  ),
  /** The table of the population, and its people in the class with the fewest; null: none was given. */
  population: z
    .object({
      file: z.string(),
      sha256: z.string(),
      people: z.number(),
      /** What its people are: rows, or different values of the column that tells people apart. */
      counted: z.enum(['rows', 'people']),
      k: z.number(),
      /** Null: all rows of the file are suppressed. */
      least: z.number().nullable(),
    })
    .nullable(),
  /** What knowing how local recoding works tells (docs/definitions.md, "Knowing how it was made"); null: not measured. */
  refinement: z.array(columnRefinement).nullable(),
  /** What follows from no level being lower than it has to be (there, too); null: not measured. */
  downcoding: z.array(z.object({ column: z.string(), minimal: z.boolean(), shrunk: share, told: share })).nullable(),
  /** Seconds; `load` once the file is open. */
  timings: z.object({ load: z.number(), search: z.number(), write: z.number() }),
  notes: z.array(z.string()),
});
export type AnonymisedFile = z.infer<typeof anonymisedFile>;
