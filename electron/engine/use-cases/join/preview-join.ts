import type { JoinMatch } from '#shared/domain/joined-view.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { matchDatasets, toldBefore } from './match-datasets.ts';
import { withJoin, type AskedJoin } from './open-join.ts';

/**
 * How many people two datasets share, and who could be singled out in a view of both. Writes nothing; no value is told.
 * @throws Failure WRONG_USAGE, COLUMN_UNKNOWN, DATASET_UNKNOWN, GUARDRAIL_BLOCKS, JOB_CANCELLED
 */
export const previewJoin = (state: EngineSession, job: JobContext, asked: AskedJoin): Promise<JoinMatch> =>
  withJoin(state, asked, job.signal, async (join) => toldBefore((await matchDatasets(state, job, join)).match));
