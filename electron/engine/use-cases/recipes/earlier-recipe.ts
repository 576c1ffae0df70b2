import type { EngineSession } from '#engine/session/engine-session.ts';
import { earlierEditions } from '../datasets/since-last-import.ts';
import { againstDataset } from './against-dataset.ts';

/** The recipe of the newest earlier dataset with (nearly) the same columns, held against this one; null for none. */
export async function earlierRecipe(state: EngineSession, { datasetId }: { datasetId: string }) {
  const session = await state.dataset(datasetId);
  const { recipes: kept } = state.requireWorkspace().catalog;
  for (const { summary } of earlierEditions(session.record, state.earlierRecords(session.record.summary))) {
    const recipe = kept.get(summary.id);
    if (recipe !== null && recipe.steps.length > 0)
      return {
        datasetId: summary.id,
        name: summary.name,
        importedAt: summary.importedAt,
        recipe,
        ...againstDataset(session, recipe),
      };
  }
  return null;
}
