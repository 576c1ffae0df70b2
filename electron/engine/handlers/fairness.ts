import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { auditChoices } from '#engine/use-cases/fairness/audit-choices.ts';
import { auditDataset } from '#engine/use-cases/fairness/audit-dataset.ts';
import { saveAudit } from '#engine/use-cases/fairness/save-audit.ts';

export const fairnessHandlers = (state: EngineSession) => ({
  choices: os.fairness.choices.handler(({ input }) => auditChoices(state, input.datasetId)),
  audit: os.fairness.audit.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'fairness', subject: state.datasetRecord(input.datasetId).summary.name, signal }, (job) =>
      auditDataset(state, job, input),
    ),
  ),
  save: os.fairness.save.handler(({ input }) => saveAudit(state, input)),
});
