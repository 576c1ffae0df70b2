import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { withFile } from '#engine/tables/from-file.ts';
import { compareWays } from '#engine/use-cases/ways/compare-ways.ts';

/** Ways of making a release, side by side. */
export const waysHandlers = (state: EngineSession) => ({
  ofFile: os.ways.ofFile.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'ways', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      withFile(state, input, job, (table) => compareWays(state, table, input, job), { forRelease: true }),
    ),
  ),

  ofDataset: os.ways.ofDataset.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'ways', subject: state.datasetRecord(input.datasetId).summary.name, signal }, (job) =>
      withDataset(state, input.datasetId, (table) => compareWays(state, table, input, job), { interrupt: job.signal }),
    ),
  ),
});
