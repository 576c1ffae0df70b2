import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { rehearseAudience } from '#engine/use-cases/audiences/rehearse-audience.ts';
import { releaseAudience, releaseDatasetAudience } from '#engine/use-cases/audiences/release-audience.ts';
import { segmentColumns } from '#engine/use-cases/audiences/segment-columns.ts';

/** Customer lists for platforms. */
export const audiencesHandlers = (state: EngineSession) => ({
  columns: os.audiences.columns.handler(({ input }) => segmentColumns(state, input.datasetId)),

  rehearse: os.audiences.rehearse.handler(({ input, signal }) => rehearseAudience(state, input, signal)),

  write: os.audiences.write.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'release', subject: state.grants.fileName(input.grantId), signal, records: state.jobRecords() },
      (job) => releaseDatasetAudience(state, job, input),
    ),
  ),

  release: os.audiences.release.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'release', subject: state.grants.fileName(input.grantId), signal, records: state.jobRecords() },
      (job) => releaseAudience(state, job, input),
    ),
  ),
});
