import { useEffect } from 'react';
import { recipe as recipeSchema } from '#shared/domain/recipe-file.ts';
import { takeChosenWay, type ChosenWay } from '#renderer/state/chosen-way.ts';

/** Puts a recipe in place that was chosen on another screen, once this one is there to work on it. It is taken once. */
export function useChosenWay(datasetId: string, onChosen: (chosen: ChosenWay) => void): void {
  useEffect(() => {
    const chosen = takeChosenWay(datasetId);
    if (chosen !== null) onChosen({ ...chosen, recipe: recipeSchema.parse(chosen.recipe) });
  }, [datasetId, onChosen]);
}
