import type { UseQueryResult } from '@tanstack/react-query';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf, usualK } from '#shared/domain/recipe-target.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { useAssessment } from '#renderer/client/queries.ts';
import { untouchedRecipe } from '#renderer/client/untouched-recipe.ts';

export interface RiskPair {
  before: UseQueryResult<Assessment>;
  /** Idle where there is no recipe with steps, or one that cannot run. */
  after: UseQueryResult<Assessment>;
  k: number;
  steps: number;
  problems: number;
}

/** The dataset as imported and under its recipe, both measured over all rows. */
export function useRisk(dataset: DatasetSummary, recipe: Recipe | null, purposes: readonly Purpose[]): RiskPair {
  const before = useAssessment(dataset.id, untouchedRecipe(purposes[0]?.id ?? ''));
  const problems = recipe ? checkRecipe(recipe, dataset.columns).length : 0;
  const after = useAssessment(dataset.id, recipe && recipe.steps.length > 0 && problems === 0 ? recipe : null);
  return { before, after, k: recipe ? kOf(recipe) : usualK, steps: recipe?.steps.length ?? 0, problems };
}
