import { Failure } from '#shared/contract/failure.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { withMap } from '#shared/domain/recipe-target.ts';
import { populationText as text } from '#shared/text/engine/population.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { rehearseRelease } from '#engine/release/rehearse-release.ts';
import { previewKeys } from '#engine/run-recipe/preview-keys.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { releaseBasis } from '../releases/release-basis.ts';
import { recommendForTable, type RecommendWish } from './recommend-for-table.ts';

/** The recipe with k-map by that table in its target, and why rows are left out. */
function asking(recipe: Recipe, { fileName, sha256 }: FileInHand, k: number): Recipe {
  return {
    ...recipe,
    target: withMap(recipe.target, { k, table: sha256 }),
    steps: recipe.steps.map((step) =>
      step.op === 'suppress-small-classes' ? { ...step, reason: `${step.reason} ${text.reason(fileName, k)}` } : step,
    ),
  };
}

/**
 * Proposes a recipe under which every class has `k` people of a population. Levels are sought by the file's own rows,
 * coarser ones while the table finds too few people in a class; each proposal is judged as its release would be.
 * @throws Failure TARGET_MISSED where none holds; WRONG_USAGE for a way that no population goes with
 */
export async function recommendByPopulation(
  state: EngineSession,
  table: FileInHand,
  wish: RecommendWish,
  { everybody, k }: { everybody: FileInHand; k: number },
  { signal }: Pick<JobContext, 'signal'>,
): Promise<Recipe> {
  const tried: number[] = [];
  for (let own = wish.k; ; own = Math.min(2 * own, k)) {
    const recipe = asking(await recommendForTable(state, table, { ...wish, k: own }, signal), everybody, k);
    const basis = await releaseBasis(state, table, { recipe, workingRecipe: false });
    const { refused } = await rehearseRelease(
      {
        ...basis,
        population: everybody,
        overriding: null,
        keys: state.workspace?.keys ?? previewKeys(),
        earlier: null,
        keepOrder: false,
        workDirectory: table.directory,
        signal,
      },
      recipe.referenceDate,
    );
    if (refused === null) return recipe;
    tried.push(own);
    if (own >= k) throw new Failure('TARGET_MISSED', text.notMet(tried, k));
  }
}
