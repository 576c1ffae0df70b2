import type { Recipe } from '#shared/domain/recipe-file.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** Keeps a dataset's working recipe, whole or with problems; the register says so when the sitting ends. */
export async function saveRecipe(state: EngineSession, { datasetId, recipe }: { datasetId: string; recipe: Recipe }) {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('recipe.saved');
  const { summary } = await state.arrivedRecord(datasetId);
  state.recipeSittings.save(workspace, summary.id, recipe, state.now());
  return { problems: checkRecipe(recipe, summary.columns) };
}
