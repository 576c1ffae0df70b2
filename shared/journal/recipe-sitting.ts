import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { recipeEntries } from './entry-kinds/recipe.ts';

/** A recipe as one save left it: what its entry would say. */
const savedRecipe = recipeEntries['recipe.saved']
  .pick({ sha256: true, purpose: true, release: true, steps: true, operations: true, changed: true })
  .required();
export type SavedRecipe = z.infer<typeof savedRecipe>;

/**
 * A sitting with a dataset's recipe that has no entry yet. The recipe's file is ahead of the log; this says what was
 * acknowledged last, so that the file can be held against it.
 */
export const sitting = z.strictObject({
  datasetId: z.string(),
  /** Number of the entry that the sitting builds on, 0 for none: when a later one follows, the sitting is over. */
  base: z.int().min(0),
  /** Hash of the recipe that entry saved; null for none. */
  baseSha256: z.string().nullable(),
  /** First and last save, ISO 8601. */
  since: z.string(),
  at: z.string(),
  saves: z.int().min(1),
  actor: z.string(),
  last: savedRecipe,
  /** The save before, which the file still holds where the last one was cut off; null: the one that `base` saved. */
  before: savedRecipe.nullable(),
});
export type Sitting = z.infer<typeof sitting>;

/** The text whose UTF-8 bytes the workspace's key signs. */
export const sittingText = (workspaceId: string, value: Sitting): string =>
  canonicalJson({ custos: 'recipe-sitting', workspaceId, ...value });
