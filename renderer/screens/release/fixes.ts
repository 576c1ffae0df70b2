import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { describeStep } from '#shared/recipe/describe-step.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { engine } from '#renderer/client/connection.ts';
import { finishPendingWork } from '#renderer/client/pending-work.ts';
import { keys, queryClient, refresh } from '#renderer/client/query-client.ts';
import { createStore, useStore } from '#renderer/state/create-store.ts';

/** What the last press changed: the recipe before, the one after as text, and the steps it added in words. */
interface LastFix {
  before: Recipe;
  after: string;
  steps: string[];
}

const last = createStore<{ of: Readonly<Record<string, LastFix>> }>({ of: {} });

/** The fix that this very recipe is the outcome of; null once anything else was changed. */
export function useLastFix(datasetId: string, recipe: Recipe): LastFix | null {
  const found = useStore(last, ({ of }) => of[datasetId]);
  return found !== undefined && found.after === serialiseRecipe(recipe) ? found : null;
}

async function keep(datasetId: string, recipe: Recipe): Promise<void> {
  await engine.recipes.save({ datasetId, recipe });
  await engine.recipes.endSitting({ datasetId });
  queryClient.setQueryData(keys.recipe(datasetId), recipe);
  void refresh(keys.register, keys.verification, keys.dataUse);
}

/**
 * Adds to the working recipe what settles the findings, and keeps it; the checks are measured again by themselves.
 * @returns why nothing was changed, in sentences; empty where it was
 */
export async function fixFindings(
  { id: datasetId }: Pick<DatasetSummary, 'id'>,
  recipe: Recipe,
  findings: readonly GuardFinding[],
): Promise<string[]> {
  await finishPendingWork();
  const fixed = await engine.recipes.fix({ datasetId, recipe, findings: [...findings] });
  if (fixed.problems.length > 0) return fixed.problems.map(({ sentence }) => sentence);
  await keep(datasetId, fixed.recipe);
  const steps = fixed.added.map(describeStep);
  last.set(({ of }) => ({
    of: { ...of, [datasetId]: { before: recipe, after: serialiseRecipe(fixed.recipe), steps } },
  }));
  return [];
}

/** The recipe as it was before the last press. */
export async function undoFix(datasetId: string, { before }: LastFix): Promise<void> {
  await keep(datasetId, before);
  last.set(({ of }) => ({ of: Object.fromEntries(Object.entries(of).filter(([id]) => id !== datasetId)) }));
}
