import type { DatasetSummary } from '#shared/contract/datasets.ts';
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

/**
 * The recipe of a dataset that has none yet: it changes nothing, and is meant as the command line means one, so that
 * both recommend the same.
 */
export const emptyRecipe = (dataset: DatasetSummary, purpose: string): Recipe => ({
  ...untouchedRecipe(purpose),
  release: 'anonymised',
  columns: dataset.columns.map(({ name }) => name),
});
