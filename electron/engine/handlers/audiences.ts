import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { releaseAudience } from '#engine/use-cases/audiences/release-audience.ts';

/** Customer lists for platforms. */
export const audiencesHandlers = (state: EngineSession) => ({
  release: os.audiences.release.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'release', subject: state.grants.fileName(input.grantId), signal, records: state.jobRecords() },
      (job) => releaseAudience(state, job, input),
    ),
  ),
});
