import type { QualityShown } from '#shared/contract/quality.ts';
import type { QualityResult, QualityRun } from '#shared/domain/quality.ts';
import { wilson } from '#shared/fairness/share.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { checkAgain, qualityInLog, type CheckInLog, type QualityInLog } from './quality-in-log.ts';
import { rhythmOf } from './rhythm-of.ts';
import { runOf } from './run-of.ts';
import { termsOf } from './terms-of.ts';

/** The name of a dataset; empty where it is gone. */
export const datasetName =
  (state: EngineSession) =>
  (datasetId: string): string =>
    state.requireWorkspace().catalog.datasets.get(datasetId)?.name ?? '';

/** A result as the log has it: without its examples and rows. */
function resultOf(check: CheckInLog, nameOf: (datasetId: string) => string): QualityResult {
  const { state, notDone, rows, failures, oldest, newest } = check;
  return {
    ...checkAgain(check, Number(check.limit), nameOf),
    state,
    ...(notDone === undefined ? {} : { notDone }),
    rows,
    failures,
    interval: rows === 0 ? null : wilson({ hits: failures, of: rows }),
    ...(oldest === undefined ? {} : { oldest, newest: newest ?? null }),
    examples: [],
    at: [],
  };
}

/** The newest run on a dataset; null where there was none. */
export function newestRun(state: EngineSession, log: QualityInLog): QualityRun | null {
  const last = log.own.at(-1);
  if (last === undefined) return null;
  const { seq: entry, ts: at, payload } = last;
  const { day, rows, checks } = payload;
  const results = checks.map((check) => resultOf(check, datasetName(state)));
  return runOf({ entry, at, day, rows }, results, log, state.today());
}

/**
 * What can be checked of a dataset, what the newest run found, and how it is settled. Examples are shown with the run
 * itself only: nothing keeps them.
 * @throws Failure DATASET_UNKNOWN
 */
export async function qualityOf(state: EngineSession, datasetId: string): Promise<QualityShown> {
  const { summary } = await state.arrivedRecord(datasetId);
  const log = qualityInLog(state, datasetId);
  const rhythm = rhythmOf(state, summary, log);
  const { proposed } = await withDataset(state, datasetId, (table) =>
    termsOf(state, table, { day: state.today(), freshDays: rhythm.freshDays }),
  );
  return { datasetId, ...rhythm, proposed, last: newestRun(state, log), audits: log.audits };
}
