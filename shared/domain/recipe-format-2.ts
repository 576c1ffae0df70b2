import { z } from 'zod';
import { recipeParts, suppressionLimit } from './recipe-parts.ts';

/**
 * What a column is to whoever meets the release. *identifying*: points at one person. *could-be-known*: known of a
 * person from elsewhere. *to-protect*: what must not be learned of a person. *same-for-a-group*: a value of a household,
 * a shop or a region rather than of one person.
 */
export const columnRole = z.enum(['identifying', 'could-be-known', 'to-protect', 'same-for-a-group']);
export type ColumnRole = z.infer<typeof columnRole>;

/**
 * A privacy model that must hold, with its settings. Loose within, like a step: a model or setting of a later version is
 * kept, shown, and blocks running, not opening.
 */
export const targetModel = z.strictObject({
  model: z.string().min(1).max(100),
  settings: z.record(z.string(), z.unknown()),
});
export type TargetModel = z.infer<typeof targetModel>;

/** A recipe file whose target is a list of privacy models and whose columns have roles. */
export const recipeFormat2 = z.strictObject({
  ...recipeParts,
  formatVersion: z.literal(2),
  target: z.strictObject({ models: z.array(targetModel).max(100), suppression: suppressionLimit }),
  /**
   * Roles that somebody gave, apart from the list of columns: a recipe made by hand gives roles without knowing every
   * column of the file. Of protected columns the name in the output counts, of all others that in the source.
   */
  roles: z
    .array(z.strictObject({ column: z.string(), role: columnRole }))
    .max(100_000)
    .optional(),
});
export type RecipeFormat2 = z.infer<typeof recipeFormat2>;
