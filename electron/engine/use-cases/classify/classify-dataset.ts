import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { sealDates } from '../datasets/inventory-dates.ts';
import { classifiedDataset } from './classified-dataset.ts';
import { classifyTable } from './classify-table.ts';
import { recordSuggestions } from './record-suggestions.ts';

/** Refreshes the suggestions of a dataset of the open workspace; decisions stay. */
export function classifyDataset(
  state: EngineSession,
  job: JobContext,
  { datasetId }: { datasetId: string },
): Promise<ClassifiedDataset> {
  return withDataset(state, datasetId, async (table) => {
    const classification = await classifyTable(state, table, job);
    const { next } = state.requireWorkspace();
    const { suggestions, sealed } = await sealDates(state.requireWorkspace(), datasetId, classification, job);
    try {
      job.commit();
      recordSuggestions(state, datasetId, suggestions, [sealed]);
    } catch (error) {
      next.drop(sealed.name);
      throw error;
    }
    next.promote(sealed.name);
    return classifiedDataset(state, table.session);
  });
}
