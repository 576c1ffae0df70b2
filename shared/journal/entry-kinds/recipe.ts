import { z } from 'zod';
import { releaseKind } from '#shared/domain/recipe-file.ts';
import { count, id, sha256 } from './payload-fields.ts';

/** Recipes that were saved: one entry for a sitting, however often the recipe was saved in it (docs/decisions/0030). */
export const recipeEntries = {
  'recipe.saved': z.strictObject({
    datasetId: id.nullable(),
    sha256,
    purpose: z.string().max(200),
    release: releaseKind,
    steps: count,
    operations: z.array(z.string().max(100)).optional(),
    /** When the sitting began, and how often it saved; entries from before there were sittings have neither. */
    since: z.string().max(40).optional(),
    saves: count.optional(),
    /** Against the recipe before the sitting: steps, and whether anything beside the steps is another. */
    changed: z.strictObject({ added: count, removed: count, edited: count, otherwise: z.boolean() }).optional(),
    /** Who sat, where somebody else opened the workspace after it was cut off and entered this. */
    satBy: z.string().max(200).optional(),
    /** The sitting had no end: the program was cut off, and this was entered at the next opening. */
    cutOff: z.literal(true).optional(),
  }),
} as const;
