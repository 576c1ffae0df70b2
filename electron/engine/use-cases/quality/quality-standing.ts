import type { StandingQuality } from '#shared/domain/declared-use.ts';
import { isOpen, stateOfRun } from '#shared/domain/quality.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { qualityInLog } from './quality-in-log.ts';
import { newestRun } from './quality-of.ts';
import { rhythmOf } from './rhythm-of.ts';

/** How the newest check of a dataset's quality stands, from the log. No row is read. @throws Failure DATASET_UNKNOWN */
export function qualityStanding(state: EngineSession, datasetId: string): StandingQuality {
  const log = qualityInLog(state, datasetId);
  const run = newestRun(state, log);
  const { next, overdue } = rhythmOf(state, state.datasetRecord(datasetId).summary, log);
  const findings = run?.findings ?? [];
  return {
    run: run === null ? null : { entry: run.entry, at: run.at, day: run.day, state: stateOfRun(findings) },
    next,
    overdue,
    failed: findings
      .filter((finding) => finding.state === 'failed' && isOpen(finding))
      .map(({ columns, rows, failures }) => ({ columns, rows, failures })),
    open: findings.filter(isOpen).length,
  };
}
