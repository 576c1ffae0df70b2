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
export const recipeFormatVersion = 1;

/** A recipe protects few columns: every one of them is a column by which nobody is assumed to be recognised. */
export const mostProtected = 3;

/** The recipe file of interface.md. `suppression` is a share (0..1) of rows; `referenceDate` is YYYY-MM-DD. */
export const recipe = z.strictObject({
  format: z.literal(recipeFormat),
  formatVersion: z.literal(recipeFormatVersion),
  purpose: z.string().max(200),
  release: releaseKind,
  referenceDate: z.iso.date(),
  target: z.strictObject({ k: z.number().int().min(1).max(1_000_000), suppression: z.number().min(0).max(1) }),
  /** Columns of the file the recipe was made for, so that next month's drift can be told. */
  columns: z.array(z.string()).max(100_000).optional(),
  /**
   * Output columns of an anonymised release that are not counted as known to others, because they are what is
   * protected: each must meet l and t.
   */
  protect: z.array(z.string()).max(mostProtected).optional(),
  steps: z.array(recipeStep).max(10_000),
});
export type Recipe = z.infer<typeof recipe>;
