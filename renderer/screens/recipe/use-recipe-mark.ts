import type { RailMark } from '#renderer/navigation/rail-mark.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { useDataset, useRecipe } from '#renderer/client/queries.ts';
import { recipeText } from '#shared/text/window/recipe.ts';

/** Done once there is a recipe that can run; blocked while a step cannot. */
export function useRecipeMark(): RailMark {
  const dataset = useDataset();
  const { data: recipe } = useRecipe(dataset?.id ?? null);
  if (!dataset || !recipe || recipe.steps.length === 0) return { state: 'none' };
  const problems = checkRecipe(recipe, dataset.columns);
  if (problems.length > 0)
    return { state: 'blocked', count: problems.length, words: recipeText.markProblems(problems.length) };
  return { state: 'done', words: recipeText.markSteps(recipe.steps.length) };
}
