import { Failure } from '#shared/contract/failure.ts';
import { recipeFormat, recipeFormatVersion, type Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget, usualK } from '#shared/domain/recipe-target.ts';
import { droppedColumns } from '#shared/recipe/dropped-columns.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { saveRecipe } from '../recipes/save-recipe.ts';
import { necessityOf } from './necessity-of.ts';

/**
 * Adds a step to a dataset's working recipe that drops the columns which no purpose needs; a recipe begins where there
 * is none yet. The step stands first, so that no other reads what is dropped.
 * @returns the recipe as it is now, and the columns that the step drops: none where nothing is spare
 * @throws Failure WRONG_USAGE where no purpose is known to judge the columns by
 */
export async function dropSpare(
  state: EngineSession,
  { datasetId }: { datasetId: string },
): Promise<{ recipe: Recipe | null; dropped: string[] }> {
  const { purposes, spare } = await necessityOf(state, { datasetId });
  const purpose = purposes.find(({ id }) => state.findPurpose(id)) ?? purposes[0];
  if (purpose === undefined) throw new Failure('WRONG_USAGE', lawfulnessText.noPurposeToJudgeBy);
  const { summary } = state.datasetRecord(datasetId);
  const recipe: Recipe = state.requireWorkspace().catalog.recipes.get(datasetId) ?? {
    format: recipeFormat,
    formatVersion: recipeFormatVersion,
    purpose: purpose.id,
    release: 'anonymised',
    referenceDate: state.today(),
    target: kTarget(usualK, 0.05),
    columns: summary.columns.map(({ name }) => name),
    steps: [],
  };
  const already = droppedColumns(recipe);
  const columns = spare.filter((column) => !already.has(column));
  if (columns.length === 0) return { recipe, dropped: [] };
  const step = {
    op: 'drop-columns',
    version: 1,
    settings: { columns },
    reason: lawfulnessText.neededByNone(purposes.map(({ title }) => title)),
    enabled: true,
  };
  const changed: Recipe = { ...recipe, steps: [step, ...recipe.steps] };
  await saveRecipe(state, { datasetId, recipe: changed });
  return { recipe: changed, dropped: columns };
}
