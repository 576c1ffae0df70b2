import { z } from 'zod';
import { editionCheck } from '#shared/domain/edition.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** Later editions of a dataset: next month's file against this month's. */
export const editions = {
  /**
   * Runs the guardrails on a dataset that is a later edition of another, and enters into the log what is new; null where
   * the workspace has no earlier edition.
   */
  check: method.input(z.object({ datasetId: z.string() })).output(jobEvents(editionCheck.nullable())),
  /** The edition before a dataset, where there is one, and the newest check against it that the log has. */
  get: method.input(z.object({ datasetId: z.string() })).output(
    z.object({
      earlier: z.object({ datasetId: z.string(), name: z.string() }).nullable(),
      check: editionCheck.nullable(),
    }),
  ),
};
