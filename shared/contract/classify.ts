import { z } from 'zod';
import { columnClass } from '#shared/domain/column-class.ts';
import { classification, decision, finding } from '#shared/domain/finding.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** Suggestion and decision of one column, kept apart; `effective` is what the rest of the product goes by. */
export const classifiedColumn = z.object({
  suggestion: finding,
  decision: decision.nullable(),
  effective: finding,
  /** Three masked example values. */
  examples: z.array(z.string()),
});
export type ClassifiedColumn = z.infer<typeof classifiedColumn>;
/**
 * The dataset held against the newest earlier one with nearly the same columns; `decisions` made there may be taken
 * over.
 */
export const sinceLastImport = z.object({
  datasetId: z.string(),
  name: z.string(),
  importedAt: z.string(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  reclassified: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  decisions: z.array(decision),
});
export type SinceLastImport = z.infer<typeof sinceLastImport>;
export const classifiedDataset = classification.omit({ columns: true }).extend({
  datasetId: z.string(),
  columns: z.array(classifiedColumn),
  open: z.number(),
  since: sinceLastImport.nullable(),
});
export type ClassifiedDataset = z.infer<typeof classifiedDataset>;

export const classify = {
  get: method.input(z.object({ datasetId: z.string() })).output(classifiedDataset),
  /** Refreshes the suggestions; decisions stay. */
  run: method.input(z.object({ datasetId: z.string() })).output(jobEvents(classifiedDataset)),
  decide: method
    .input(
      z.object({
        datasetId: z.string(),
        decisions: z
          .array(
            z.object({
              column: z.string(),
              action: z.enum(['accept', 'override', 'withdraw']),
              type: z.string().max(100).optional(),
              class: columnClass.optional(),
              reason: z.string().max(2000).optional(),
            }),
          )
          .min(1)
          .max(10_000),
      }),
    )
    .output(classifiedDataset),
  /** Writes the tracking inventory (CSV, or JSON where the file's name ends so) to a granted place; recorded. */
  exportInventory: method
    .input(z.object({ datasetId: z.string(), grantId: z.string() }))
    .output(z.object({ fileName: z.string(), sha256: z.string(), items: z.number() })),
  /**
   * Keeps a codebook (CSV or JSON of name, label, codes) with the dataset, recorded; the next run of the classification
   * goes by it.
   */
  importCodebook: method
    .input(z.object({ datasetId: z.string(), grantId: z.string() }))
    .output(z.object({ fileName: z.string(), sha256: z.string(), variables: z.number(), matched: z.number() })),
};
