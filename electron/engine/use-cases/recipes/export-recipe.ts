import { basename } from 'node:path';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';

/** Writes a recipe as a file to a granted place; it may replace another recipe. */
export async function exportRecipe(
  state: EngineSession,
  { recipe, grantId }: { recipe: Recipe; grantId: string },
): Promise<{ fileName: string }> {
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }], 'recipe');
  await writeWhole(path, serialiseRecipe(recipe));
  return { fileName: basename(path) };
}
