import type { AskedAudit } from '#engine/fairness/asked-audit.ts';
import type { MadeAudit } from '#engine/fairness/made-audits.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { requireEnterable } from '../require-enterable.ts';
import { auditFairness } from './audit-fairness.ts';
import { enterAudit } from './enter-audit.ts';

/**
 * The audit of a dataset, entered in the log and held ready to be saved until the workspace is closed.
 * @throws Failure as `auditFairness`, DATASET_UNKNOWN, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function auditDataset(
  state: EngineSession,
  job: JobContext,
  { datasetId, ...asked }: AskedAudit & { datasetId: string },
): Promise<MadeAudit> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'fairness.audited');
  return withDataset(
    state,
    datasetId,
    async (table) => {
      const audit = await auditFairness(table, asked, job);
      job.commit();
      const made = { datasetId, entry: enterAudit(workspace, audit, table), at: state.now(), audit };
      state.audits.keep(made);
      return made;
    },
    { interrupt: job.signal },
  );
}
