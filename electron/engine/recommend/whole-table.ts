import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import type { OperationId } from '#shared/recipe/operations/index.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import { compileRecipe } from '#shared/recipe/compile-recipe.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { columnSteps } from './assemble.ts';
import type { LevelSearch } from './choose-levels.ts';
import { everyColumn } from './every-column.ts';
import { commonValues } from './measure-recipe.ts';
import type { Ladder } from './step-spec.ts';

/** A value that fewer rows have is not listed: a list stands in the recipe, and must name nobody. */
const leastShared = 20;
/** What a twin is drawn with where nobody chose: docs/definitions.md, "Synthetic twins". */
const usualEpsilon = 3;

export const closingStep = (op: OperationId, settings: Record<string, unknown>, reason: string): RecipeStep => ({
  op,
  version: 1,
  settings,
  reason,
  enabled: true,
});

/** Far below one in the number of rows: a power of ten under a hundredth of it, and at most a millionth. */
const deltaFor = (rows: number): number => Number(`1e-${Math.max(6, Math.ceil(Math.log10(Math.max(1, rows))) + 2)}`);

/** The same table as counts: each combination once, with how many people have it. */
export function asCounts(recipe: Recipe, k: number): Recipe {
  const last = recipe.steps.at(-1);
  if (last === undefined || last.op !== ('suppress-small-classes' satisfies OperationId)) return recipe;
  const settings = { columns: last.settings.columns, epsilon: 0, delta: 0, values: [] };
  return {
    ...recipe,
    steps: [...recipe.steps.slice(0, -1), closingStep('count-rows', settings, recommendText.ways.counts(k))],
  };
}

/**
 * A recipe that keeps every column there is a form for, as fine as many people share it, and leaves it to its last step
 * that nobody is alone: groups that read alike, or a twin drawn from noisy counts.
 */
export async function onWholeTable(search: Omit<LevelSearch, 'ladders'>, way: 'wide' | 'synthetic'): Promise<Recipe> {
  const { on, choices, rows } = search;
  const { input } = on;
  const ladders = choices.filter((choice): choice is Ladder => choice.kind === 'ladder');
  const recipe = columnSteps(input, choices, {
    stands: await everyColumn({ ...search, ladders }),
    leftOut: new Map(),
  });
  const { outputs } = compileRecipe(recipe, input.columns, { referenceDate: input.referenceDate });
  const columns = quasiIdentifiers({ findings: input.findings, outputs, release: input.release });
  if (columns.length === 0) return recipe;
  if (way === 'wide') {
    recipe.steps.push(closingStep('group-rows', { columns }, recommendText.ways.wide(input.k)));
    return recipe;
  }
  const least = Math.max(leastShared, input.k);
  const values = await commonValues(on, recipe, least);
  const settings = { columns, epsilon: usualEpsilon, delta: deltaFor(rows), values };
  recipe.steps.push(closingStep('synthesise', settings, recommendText.ways.synthetic(usualEpsilon, least)));
  return recipe;
}
