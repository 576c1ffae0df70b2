import { z } from 'zod';

export const releaseKind = z.enum(['anonymised', 'pseudonymised', 'targeting']);
export type ReleaseKind = z.infer<typeof releaseKind>;

/**
 * A stored step. Strict outside, loose within: an unknown `op` is kept as it is, shown, and blocks running, not
 * opening.
 */
export const recipeStep = z.looseObject({
  op: z.string().min(1).max(100),
  version: z.number().int().min(1),
  settings: z.record(z.string(), z.unknown()),
  reason: z.string().max(2000).default(''),
  enabled: z.boolean().default(true),
});
export type RecipeStep = z.infer<typeof recipeStep>;

export const recipeFormat = 'custos-recipe';

/** A recipe protects few columns: every one of them is a column by which nobody is assumed to be recognised. */
export const mostProtected = 3;

/** What every format says alike. `referenceDate` is YYYY-MM-DD. */
export const recipeParts = {
  format: z.literal(recipeFormat),
  purpose: z.string().max(200),
  release: releaseKind,
  referenceDate: z.iso.date(),
  /** Columns of the file the recipe was made for, so that next month's drift can be told. */
  columns: z.array(z.string()).max(100_000).optional(),
  steps: z.array(recipeStep).max(10_000),
};

/** Share (0..1) of rows that may be left out to reach the target. */
export const suppressionLimit = z.number().min(0).max(1);
