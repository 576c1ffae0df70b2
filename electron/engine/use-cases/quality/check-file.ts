import type { QualityChecked } from '#shared/contract/quality.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { FileInHand } from '#engine/tables/from-file.ts';
import { checkTable } from './check-dataset.ts';
import { termsOf } from './terms-of.ts';

/** Checks the quality of a file that is in no workspace. Nothing is entered. @throws Failure as `checkTable` */
export async function checkFile(state: EngineSession, table: FileInHand, job: JobContext): Promise<QualityChecked> {
  const day = state.today();
  const freshDays = state.policyOn(day).value('data-freshness', '*');
  const { columns, proposed } = await termsOf(state, { ...table, datasetId: null }, { day, freshDays });
  const results = await checkTable(state, table, { columns, checks: proposed }, job);
  return { file: table.fileName, day, rows: table.rows, findings: results };
}
