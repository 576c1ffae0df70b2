import { recipeFormat, recipeFormatVersion, type Recipe, type ReleaseKind } from '#shared/domain/recipe-file.ts';
import { kTarget, usualK } from '#shared/domain/recipe-target.ts';

/** A recipe that changes nothing: what a release is judged by that follows from none. @param referenceDate YYYY-MM-DD */
export const untouchedRecipe = ({
  purpose,
  release,
  referenceDate,
  k = usualK,
}: {
  purpose: string;
  release: ReleaseKind;
  referenceDate: string;
  k?: number;
}): Recipe => ({
  format: recipeFormat,
  formatVersion: recipeFormatVersion,
  purpose,
  release,
  referenceDate,
  target: kTarget(k, 0.05),
  steps: [],
});
