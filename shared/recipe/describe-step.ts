import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { readStep } from './read-step.ts';

/** What a step does, in one sentence; a step that cannot be read says so with its name. */
export function describeStep(step: RecipeStep): string {
  const read = readStep(step);
  return read.ok ? read.operation.describe(read.settings) : recipeFileText.step.unreadable(step.op, read.sentence);
}
