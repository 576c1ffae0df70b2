import { z } from 'zod';
import { releaseKind } from '#shared/domain/recipe-file.ts';
import { count, id, sha256 } from './payload-fields.ts';

/** Recipes that were saved. */
export const recipeEntries = {
  'recipe.saved': z.strictObject({
    datasetId: id.nullable(),
    sha256,
    purpose: z.string().max(200),
    release: releaseKind,
    steps: count,
    operations: z.array(z.string().max(100)).optional(),
  }),
} as const;
