import { Failure } from '#shared/contract/failure.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { namedColumns } from '#shared/recipe/named-columns.ts';
import { largestRecipe, parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { renameColumns } from '#shared/recipe/rename-columns.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { placeName } from './intake/stand-in-names.ts';
import { personalNames } from './written-values/personal-names.ts';
import { readBounded, UnreadableFile } from './machine/read-bounded.ts';

/** @param name what the person calls it @throws Failure FILE_MISSING where it cannot be read, or as `parseRecipe` */
export async function readRecipeFile(path: string, name: string): Promise<Recipe> {
  try {
    return withoutPersonalNames(parseRecipe((await readBounded(path, largestRecipe)).toString('utf8')));
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Failure('FILE_MISSING', recipeFileText.unreadable[error.why](name), { cause: error });
    throw error;
  }
}

/**
 * A recipe made by hand can name columns by values of people, as the file's own head does. What names a column gets
 * into certificates and messages, so they go by their place, as those of a source do.
 * @throws Failure RECIPE_INVALID where a step names such a column and the list of columns does not say where it stands
 */
function withoutPersonalNames(recipe: Recipe): Recipe {
  const { columns = [], roles = [] } = recipe;
  const inSteps = namedColumns({ ...recipe, steps: recipe.steps.map((step) => ({ ...step, enabled: true })) });
  const personal = [...personalNames([...new Set([...columns, ...roles.map(({ column }) => column), ...inSteps])])];
  if (personal.length === 0) return recipe;
  if (personal.some((name) => !columns.includes(name)))
    throw new Failure('RECIPE_INVALID', recipeFileText.personalName);
  return renameColumns(recipe, new Map(personal.map((name) => [name, placeName(columns.indexOf(name))])));
}
