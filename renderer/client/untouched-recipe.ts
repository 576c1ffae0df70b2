import { kTarget, usualK } from '#shared/domain/recipe-target.ts';
import { recipeFormat, recipeFormatVersion, type Recipe } from '#shared/domain/recipe-file.ts';

/**
 * A recipe that changes nothing: assessing it says how identifiable the data is as imported. Everybody asks for it in
 * the same words, so that it is measured once.
 */
export const untouchedRecipe = (purpose: string): Recipe => ({
  format: recipeFormat,
  formatVersion: recipeFormatVersion,
  purpose,
  release: 'pseudonymised',
  referenceDate: new Date().toISOString().slice(0, 10),
  target: kTarget(usualK, 0.05),
  steps: [],
});
