/**
 * A problem of a recipe against columns: `step` is 0-based, null for the recipe as a whole. Every one of them blocks
 * running.
 */
export interface RecipeProblem {
  step: number | null;
  setting: string | null;
  code: string;
  sentence: string;
}
