import { readRecipeFile } from '#engine/read-recipe-file.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { againstDataset } from './against-dataset.ts';

/** Reads a granted recipe file and holds it against a dataset; nothing is kept yet. */
export async function importRecipe(
  state: EngineSession,
  { datasetId, grantId }: { datasetId: string; grantId: string },
) {
  const session = await state.dataset(datasetId);
  const recipe = await readRecipeFile(state.grants.readPath(grantId, 'recipe'), state.grants.fileName(grantId));
  return { recipe, ...againstDataset(session, recipe) };
}
