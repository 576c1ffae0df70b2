import { basename } from 'node:path';
import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { withFile } from '#engine/tables/from-file.ts';
import { segmentsOfTable } from '#engine/use-cases/segments/export-segments.ts';

/** Counts of people by segment. */
export const segmentsHandlers = (state: EngineSession) => ({
  ofFile: os.segments.ofFile.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'segments', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      withFile(state, input, job, (table) => segmentsOfTable(state, table, input, job), { forRelease: true }),
    ),
  ),

  ofDataset: os.segments.ofDataset.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'segments', subject: state.datasetRecord(input.datasetId).summary.name, signal },
      async (job) => {
        const { datasetId } = input;
        const kept = state.requireWorkspace().catalog.recipes.get(datasetId);
        const recipe = kept !== null && kept.steps.length > 0 ? kept : undefined;
        const made = await withDataset(state, datasetId, (table) =>
          segmentsOfTable(state, table, { ...input, recipe }, job),
        );
        return { ...made, output: made.output && basename(made.output) };
      },
    ),
  ),
});
