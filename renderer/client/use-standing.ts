import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Assessment } from '#shared/contract/recipes.ts';
import { recipeFormat, recipeFormatVersion, type Recipe } from '#shared/domain/recipe-file.ts';
import { useAssessment, usePurposes, useRecipe } from './queries.ts';

/** Where the dataset stands: under its recipe, or as imported while there is none. */
export interface Standing { assessment: Assessment | null; hasRecipe: boolean; target: number; pending: boolean }

/** A recipe that changes nothing: assessing it says how identifiable the data is as imported. */
const untouched = (purpose: string): Recipe => ({ format: recipeFormat, formatVersion: recipeFormatVersion, purpose, release: 'anonymised', referenceDate: new Date().toISOString().slice(0, 10), target: { k: 5, suppression: 0.05 }, steps: [] });

export function useStanding(dataset: DatasetSummary | null): Standing {
  const stored = useRecipe(dataset?.id ?? null);
  const purposes = usePurposes();
  const purpose = purposes.data?.[0]?.id;
  const recipe = stored.data ?? (stored.isSuccess && purpose !== undefined ? untouched(purpose) : null);
  const { data, isFetching } = useAssessment(dataset?.id ?? null, recipe);
  return { assessment: data ?? null, hasRecipe: Boolean(stored.data), target: recipe?.target.k ?? 5, pending: isFetching || stored.isPending };
}
