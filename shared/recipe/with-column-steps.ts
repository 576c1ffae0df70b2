import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';

const columnsOf = ({ settings }: RecipeStep): string[] | null => {
  const { columns } = settings;
  return Array.isArray(columns) && columns.every((column) => typeof column === 'string') ? columns : null;
};

/** A step without some of its columns; null where none is left to it. */
function without(step: RecipeStep, dropped: ReadonlySet<string>): RecipeStep | null {
  const columns = columnsOf(step);
  if (columns === null || step.op === 'keep-rows' || !columns.some((column) => dropped.has(column))) return step;
  const left = columns.filter((column) => !dropped.has(column));
  return left.length === 0 ? null : { ...step, settings: { ...step.settings, columns: left } };
}

/**
 * A recipe with further steps for columns. They come after everything else but the leaving out of small groups, which
 * is last; what they drop no other step names any more.
 */
export function withColumnSteps(recipe: Recipe, steps: readonly RecipeStep[]): Recipe {
  const dropped = new Set(steps.filter(({ op }) => op === 'drop-columns').flatMap((step) => columnsOf(step) ?? []));
  const before = recipe.steps.flatMap((step) => without(step, dropped) ?? []);
  const last = before.findIndex(({ op }) => op === 'suppress-small-classes');
  return { ...recipe, steps: before.toSpliced(last < 0 ? before.length : last, 0, ...steps) };
}
