import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { compareRisk } from '#engine/use-cases/privacy/compare-risk.ts';

export const riskHandlers = (state: EngineSession) => ({
  compare: os.risk.compare.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'risk', subject: state.datasetRecord(input.datasetId).summary.name, signal }, (job) =>
      compareRisk(state, job, input),
    ),
  ),
});
