import type { QualityCheck, SampleAudit, SettledFinding } from '#shared/domain/quality.ts';
import { checkId } from '#engine/quality/propose-checks.ts';
import type { EntryOf } from '#engine/catalog/repositories/entries-of.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { earlierEditions } from '../datasets/since-last-import.ts';

type Checked = EntryOf<'quality.checked'>;
/** A check as the log has it, with how it came out. */
export type CheckInLog = Checked['payload']['checks'][number];

/** What the log says of the quality of a dataset; of its earlier editions the runs. */
export interface QualityInLog {
  /** Runs on the dataset itself, oldest first. */
  own: Checked[];
  /** Runs on it and on its earlier editions, oldest first. */
  all: Checked[];
  /** The newest settlement of each check of the dataset, by its id. */
  settled: ReadonlyMap<string, SettledFinding>;
  /** Null where the policy holds. */
  schedule: { everyDays: number; freshDays: number } | null;
  audits: SampleAudit[];
}

const numberOf = (decimal: string | number): number => Number(decimal);

/** A check that was run before, as it can be run again. */
export const checkAgain = (
  { rule, columns, type, low, high, days, refers }: CheckInLog,
  limit: number,
  nameOf: (datasetId: string) => string,
): QualityCheck => ({
  id: checkId(rule, columns),
  rule,
  columns,
  type,
  ...(low === undefined ? {} : { low: numberOf(low) }),
  ...(high === undefined ? {} : { high: numberOf(high) }),
  ...(days === undefined ? {} : { days }),
  ...(refers === undefined ? {} : { refers: { ...refers, dataset: nameOf(refers.datasetId) } }),
  limit,
});

function auditOf({ seq, ts, payload }: EntryOf<'quality.audited'>): SampleAudit {
  const { seed, drawn, right, wrong, cannotTell, columns, low, high } = payload;
  const interval = low === null || high === null ? null : { low: numberOf(low), high: numberOf(high) };
  return { entry: seq, at: ts, seed, drawn, right, wrong, cannotTell, columns, interval };
}

/** What the log says of the quality of a dataset. @throws Failure DATASET_UNKNOWN */
export function qualityInLog(state: EngineSession, datasetId: string): QualityInLog {
  const { catalog } = state.requireWorkspace();
  const record = state.datasetRecord(datasetId);
  const editions = new Set(
    earlierEditions(record, state.earlierRecords(record.summary)).map(({ summary }) => summary.id),
  );
  const runs = catalog.entriesOf('quality.checked');
  const settled = new Map<string, SettledFinding>();
  for (const { seq, payload } of catalog.entriesOf('quality.settled')) {
    if (payload.datasetId !== datasetId && !editions.has(payload.datasetId)) continue;
    const { rule, columns, way, reason, until, rows, failures } = payload;
    settled.set(checkId(rule, columns), { entry: seq, way, reason, until, rows, failures });
  }
  const schedule = catalog.entriesOf('quality.scheduled').findLast(({ payload }) => payload.datasetId === datasetId);
  return {
    own: runs.filter(({ payload }) => payload.datasetId === datasetId),
    all: runs.filter(({ payload }) => payload.datasetId === datasetId || editions.has(payload.datasetId)),
    settled,
    schedule: schedule?.payload ?? null,
    audits: catalog
      .entriesOf('quality.audited')
      .filter(({ payload }) => payload.datasetId === datasetId)
      .map(auditOf),
  };
}
