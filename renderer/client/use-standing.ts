import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Assessment } from '#shared/contract/recipes.ts';
import { kOf, usualK } from '#shared/domain/recipe-target.ts';
import { useAssessment, usePurposes, useRecipe } from './queries.ts';
import { untouchedRecipe } from './untouched-recipe.ts';

/** Where the dataset stands: under its recipe, or as imported while there is none. */
export interface Standing {
  assessment: Assessment | null;
  hasRecipe: boolean;
  /** The output reaches its target. Of no rows nothing good can be said, nor where people are alone, whatever was aimed at. */
  reached: boolean;
  target: number;
  pending: boolean;
}

/** One person alone is told apart. */
const leastShared = 2;

export function useStanding(dataset: DatasetSummary | null): Standing {
  const stored = useRecipe(dataset?.id ?? null);
  const purposes = usePurposes();
  const purpose = purposes.data?.[0]?.id;
  const recipe = stored.data ?? (stored.isSuccess && purpose !== undefined ? untouchedRecipe(purpose) : null);
  const { data, isFetching } = useAssessment(dataset?.id ?? null, recipe);
  const target = recipe ? kOf(recipe) : usualK;
  return {
    assessment: data ?? null,
    hasRecipe: Boolean(stored.data),
    reached: data !== undefined && data.rowsOut > 0 && data.k >= Math.max(leastShared, target),
    target,
    pending: isFetching || stored.isPending,
  };
}
