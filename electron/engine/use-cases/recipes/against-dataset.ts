import type { Recipe } from '#shared/domain/recipe-file.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { driftOf } from '#shared/recipe/drift.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';

/** A recipe held against a dataset: what does not fit its columns, and how they differ from those it was made for. */
export const againstDataset = (session: DatasetSession, recipe: Recipe) => ({
  problems: checkRecipe(recipe, session.columns),
  drift: driftOf(recipe, session.columns, session.effectiveFindings()),
});
