import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { auditSample, drawSample } from '#engine/use-cases/quality/audit-sample.ts';
import { withFile } from '#engine/tables/from-file.ts';
import { checkFile } from '#engine/use-cases/quality/check-file.ts';
import { checkDataset } from '#engine/use-cases/quality/check-dataset.ts';
import { qualityOf } from '#engine/use-cases/quality/quality-of.ts';
import { setRhythm } from '#engine/use-cases/quality/set-rhythm.ts';
import { settleFinding } from '#engine/use-cases/quality/settle-finding.ts';

/** The accuracy of datasets. */
export const qualityHandlers = (state: EngineSession) => ({
  get: os.quality.get.handler(({ input }) => qualityOf(state, input.datasetId)),
  run: os.quality.run.handler(async ({ input, signal }) => {
    const { name } = (await state.arrivedRecord(input.datasetId)).summary;
    return state.jobs.run({ kind: 'quality', subject: name, signal }, (job) => checkDataset(state, job, input));
  }),
  settle: os.quality.settle.handler(({ input }) => settleFinding(state, input)),
  schedule: os.quality.schedule.handler(({ input }) => setRhythm(state, input)),
  draw: os.quality.draw.handler(({ input }) => drawSample(state, input)),
  audit: os.quality.audit.handler(({ input }) => auditSample(state, input)),
  file: os.quality.file.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'quality', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      withFile(state, input, job, (table) => checkFile(state, table, job)),
    ),
  ),
});
