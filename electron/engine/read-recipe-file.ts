import { Failure } from '#shared/contract/failure.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { largestRecipe, parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { readBounded, UnreadableFile } from './read-bounded.ts';

/** @param name what the person calls it @throws Failure FILE_MISSING where it cannot be read, or as `parseRecipe` */
export async function readRecipeFile(path: string, name: string): Promise<Recipe> {
  try {
    return parseRecipe((await readBounded(path, largestRecipe)).toString('utf8'));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Failure('FILE_MISSING', recipeFileText.unreadable[error.why](name), { cause: error });
    throw error;
  }
}
