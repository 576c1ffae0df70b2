import type { Recipe } from '#shared/domain/recipe-file.ts';
import { readStep } from './read-step.ts';

/** The same recipe with every step's settings in the shape this version writes; what it cannot read stays as it is. */
export const upgradeRecipe = (recipe: Recipe): Recipe => ({
  ...recipe,
  steps: recipe.steps.map((step) => {
    const read = readStep(step);
    return read.ok ? { ...step, version: read.operation.version, settings: { ...read.settings } } : step;
  }),
});
