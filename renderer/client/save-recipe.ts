import type { Recipe } from '#shared/domain/recipe-file.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { engine } from './connection.ts';
import { notifyDone } from './notify.ts';

/** Asks where, and writes a recipe as a file of its own. */
export async function saveRecipe(recipe: Recipe, datasetName: string): Promise<void> {
  const grant = await window.custos.requestSave({ kind: 'recipe', suggestedName: `${datasetName}.recipe.json` });
  if (!grant) return;
  const written = await engine.recipes.exportFile({ recipe, grantId: grant.grantId });
  notifyDone(recipeText.files.saved(written.fileName));
}
