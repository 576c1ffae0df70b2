import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { exportEvidence } from '#engine/use-cases/evidence/export-evidence.ts';

export const evidenceHandlers = (state: EngineSession) => ({
  export: os.evidence.export.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'evidence', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      exportEvidence(state, job, input),
    ),
  ),

  verify: os.evidence.verify.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'verify', subject: state.grants.fileName(input.grantId), signal }, () =>
      verifyPack(state.grants.path(input.grantId, 'read')),
    ),
  ),
});
