import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { OperationId } from './operations/index.ts';
import { readStep } from './read-step.ts';

const isTables = (op: string): boolean => op === ('narrow-tables' satisfies OperationId);

/** Names of the narrow tables that a recipe can write, in its order; none where it writes one table only. */
export function tablesOf({ steps }: Pick<Recipe, 'steps'>): string[] {
  const step = steps.find(({ op, enabled }) => enabled && isTables(op));
  const read = step && readStep(step);
  if (read === undefined || !read.ok) return [];
  const { tables } = read.settings as { tables: [string, string][] };
  return [...new Set(tables.map(([name]) => name))];
}

/** The same recipe, writing another of its narrow tables. */
export const writingTable = (recipe: Recipe, write: string): Recipe => ({
  ...recipe,
  steps: recipe.steps.map((step) =>
    step.enabled && isTables(step.op) ? { ...step, settings: { ...step.settings, write } } : step,
  ),
});
