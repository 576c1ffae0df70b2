import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import type { RecipeProblem } from '#shared/recipe/recipe-problem.ts';
import { recipeText } from '#shared/text/window/recipe.ts';

/**
 * A problem as said beside its own step: without the place, and in plain words where a new step only waits for its
 * columns.
 */
export function problemWords({ sentence, setting, code }: RecipeProblem, step: RecipeStep): string {
  const value = setting === null ? undefined : step.settings[setting];
  if (code === 'settings' && Array.isArray(value) && value.length === 0) return recipeText.settings.columnsNeeded;
  if (code === 'settings' && value === null) return recipeText.settings.numberNeeded;
  return sentence.replace(/^Step \d+ \([^)]*\): /, '');
}
