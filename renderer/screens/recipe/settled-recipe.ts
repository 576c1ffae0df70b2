import { useMemo } from 'react';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { useRecipe } from '#renderer/client/queries.ts';
import { untouchedRecipe } from '#renderer/client/untouched-recipe.ts';

/**
 * What the window knows as the dataset's recipe: the draft after a pause. Without one the dataset as it is, asked for
 * as the meter strip asks.
 */
export function useSettled(datasetId: string, start: Recipe): Recipe {
  const stored = useRecipe(datasetId).data;
  return useMemo(() => {
    if (stored) return stored;
    return start.steps.length === 0 ? untouchedRecipe(start.purpose) : start;
  }, [stored, start]);
}

/** The draft says something else than what was measured; two recipes without a step do the same. */
export const isBehind = (settled: Recipe, draft: Recipe): boolean =>
  settled !== draft &&
  serialiseRecipe(settled) !== serialiseRecipe(draft) &&
  draft.steps.length + settled.steps.length > 0;
