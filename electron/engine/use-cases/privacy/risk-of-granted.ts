import type { RiskCheck } from '#shared/domain/risk-check.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withFile, type FileInput } from '#engine/tables/from-file.ts';
import { measureTableRisk, type AskedRisk } from './measure-table-risk.ts';

/**
 * The check of a granted file, and of one more where everybody it was drawn from is in a file of their own. Whatever
 * workspace is open: the same file has the same risk.
 */
export function riskOfGranted(
  state: EngineSession,
  input: FileInput & AskedRisk & { populationGrantId?: string | undefined },
  job: JobContext,
): Promise<RiskCheck> {
  const policy = 'customer-tracking';
  const { populationGrantId } = input;
  return withFile(
    state,
    input,
    jobPart(job, 0, populationGrantId === undefined ? 40 : 30),
    (table) =>
      populationGrantId === undefined
        ? measureTableRisk(table, input, jobPart(job, 40, 100))
        : withFile(
            state,
            { grantId: populationGrantId },
            jobPart(job, 30, 50),
            (everybody) => measureTableRisk(table, input, jobPart(job, 50, 100), everybody),
            { policy },
          ),
    { policy },
  );
}
