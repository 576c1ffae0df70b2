import type { Classification } from '#shared/domain/finding.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { classifyColumns } from '#engine/tables/classify-columns.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';

/** Suggestions, singling out and inventory, from the rows anew: what people decided is not looked at. */
export async function classifyTable(
  state: EngineSession,
  table: TableInHand,
  job: JobContext,
): Promise<Classification> {
  const classification = await classifyColumns(table, {
    codebook: await table.codebook(),
    ...state.reckoning(),
    signal: job.signal,
    onProgress: (done, total) => job.progress({ phase: jobsText.phases.classifying, done, total, unit: 'columns' }),
  });
  table.holdCount(classification.rows);
  return classification;
}
