import { z } from 'zod';
import { guardFinding, guardReason, guardState, guardVerdict } from './guardrail.ts';
import { releaseKind } from './recipe-file.ts';

/** A guardrail's answer as it is kept: codes, counts and names, no sentence. */
export const keptFinding = z.strictObject({
  id: z.string().min(1).max(200),
  verdict: guardVerdict,
  state: guardState,
  columns: z.array(z.string().max(20_000)),
  reason: guardReason,
});
export type KeptFinding = z.infer<typeof keptFinding>;

/** How the columns of a file differ from those of the edition before. */
export const editionColumns = z.strictObject({
  added: z.array(z.string().max(20_000)),
  removed: z.array(z.string().max(20_000)),
  /** Taken for something else: semantic types. */
  reclassified: z.array(z.strictObject({ column: z.string().max(20_000), from: z.string(), to: z.string() })),
  /** Another type of values. */
  retyped: z.array(z.strictObject({ column: z.string().max(20_000), from: z.string(), to: z.string() })),
  /** Population stability index, in hundredths; only where it reaches the threshold. */
  moved: z.array(z.strictObject({ column: z.string().max(20_000), hundredths: z.int().min(0) })),
  /** How many values the edition before did not have; of columns with few values. */
  newValues: z.array(
    z.strictObject({ column: z.string().max(20_000), values: z.int().min(1), sensitive: z.boolean() }),
  ),
});
export type EditionColumns = z.infer<typeof editionColumns>;

/** What is new, gone or otherwise. */
export const editionNews = z.object({
  change: z.enum(['new', 'gone', 'changed']),
  about: z.enum(['guardrail', 'column', 'rows']),
  /** Id of the guardrail, or name of the column; empty for rows. */
  id: z.string(),
  weight: z.enum(['block', 'warn', 'tell']),
  sentence: z.string(),
  /** Counts and columns, now and before; empty where the sentence says all. */
  detail: z.string(),
});
export type EditionNews = z.infer<typeof editionNews>;

/** A file held against the edition before it, as the log keeps it (`custos import --json`: `sinceLast`). */
export const editionCheck = z.object({
  datasetId: z.string(),
  earlier: z.object({ datasetId: z.string(), name: z.string() }),
  release: releaseKind,
  purpose: z.string(),
  /** Name of the dataset whose recipe the rows were judged by; null: as they are. */
  recipeOf: z.string().nullable(),
  /** YYYY-MM-DD that ages and limits counted from. */
  day: z.string(),
  rows: z.object({ before: z.number(), after: z.number() }),
  /** Nothing is new, gone or otherwise. */
  nothingNew: z.boolean(),
  news: z.array(editionNews),
  columns: editionColumns,
  /** All answers about this file, and whether a release by the recipe would be refused. */
  findings: z.array(guardFinding),
  /** What was decided about the comparison itself. */
  notes: z.array(z.string()),
  checkedAt: z.string(),
  registerEntry: z.number(),
});
export interface EditionCheck extends z.infer<typeof editionCheck> {}
