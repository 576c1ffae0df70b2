import { createHash } from 'node:crypto';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** Keeps a dataset's working recipe, whole or with problems, and says so in the register. */
export async function saveRecipe(state: EngineSession, { datasetId, recipe }: { datasetId: string; recipe: Recipe }) {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('recipe.saved');
  const { summary } = await state.arrivedRecord(datasetId);
  workspace.transaction(() => {
    workspace.register.append({
      kind: 'recipe.saved',
      subjectRef: summary.id,
      payload: {
        datasetId: summary.id,
        sha256: createHash('sha256').update(serialiseRecipe(recipe)).digest('hex'),
        purpose: recipe.purpose,
        release: recipe.release,
        steps: recipe.steps.length,
        operations: recipe.steps.map(({ op }) => op),
      },
    });
    workspace.catalog.recipes.save(summary.id, recipe);
  });
  return { problems: checkRecipe(recipe, summary.columns) };
}
