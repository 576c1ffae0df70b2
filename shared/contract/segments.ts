import { z } from 'zod';
import { intakeOptions } from '#shared/domain/intake.ts';
import { recipe } from '#shared/domain/recipe-file.ts';
import { segmentMethods, segmentation, smallGroupWays } from '#shared/domain/segments.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

const column = z.string().min(1).max(20_000).optional();

const asked = {
  by: z.enum(segmentMethods).default('rfm'),
  person: column,
  /** Date of the last purchase or of an order, or days since. */
  recency: column,
  frequency: column,
  monetary: column,
  k: z.int().min(2).max(1_000_000).optional(),
  small: z.enum(smallGroupWays).default('merge'),
  /** ε of the noise of each count; absent: exact counts. */
  epsilon: z.number().optional(),
  today: z.string().optional(),
  purpose: z.string().min(1).max(200).default('P1'),
  /** A granted place for the counts: CSV or JSON. With a workspace open its log has an entry. */
  outputGrantId: z.string().optional(),
};

/** Segments of customers: counts of people, none below a threshold, and what a recipe loses of them. */
export const segments = {
  ofFile: method
    .input(
      z.object({
        grantId: z.string(),
        options: intakeOptions.partial().optional(),
        recipe: recipe.optional(),
        ...asked,
      }),
    )
    .output(jobEvents(segmentation)),
  /** Held against the dataset's working recipe where it has one with steps. */
  ofDataset: method.input(z.object({ datasetId: z.string(), ...asked })).output(jobEvents(segmentation)),
};
