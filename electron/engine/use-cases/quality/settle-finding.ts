import type { QualityShown } from '#shared/contract/quality.ts';
import { Failure } from '#shared/contract/failure.ts';
import { isDay } from '#shared/domain/day-span.ts';
import type { SettledWay } from '#shared/domain/quality.ts';
import { qualityEngineText as text } from '#shared/text/engine/quality.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { qualityInLog } from './quality-in-log.ts';
import { newestRun, qualityOf } from './quality-of.ts';

export interface Settling {
  datasetId: string;
  /** The entry of the run; absent: the newest. */
  run?: number | undefined;
  /** The check by its id. */
  check: string;
  way: SettledWay;
  reason: string;
  /** The day by which it will be rectified. */
  until?: string | null | undefined;
}

function untilOf(state: EngineSession, { way, until }: Settling): string | null {
  if (way !== 'rectify-later') return null;
  if (typeof until !== 'string' || !isDay(until)) throw new Failure('WRONG_USAGE', text.untilNeeded);
  if (until < state.today()) throw new Failure('WRONG_USAGE', text.untilPast(until));
  return until;
}

/**
 * Enters what becomes of a finding of the newest run.
 * @throws Failure WRONG_USAGE where there is no such run or check, nothing fails it, a reason or a day is missing;
 *   DATASET_UNKNOWN, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function settleFinding(state: EngineSession, asked: Settling): Promise<QualityShown> {
  const workspace = state.requireWorkspace();
  const { summary } = state.datasetRecord(asked.datasetId);
  requireEnterable(workspace, 'quality.settled');
  const last = newestRun(state, qualityInLog(state, asked.datasetId));
  if (last === null) throw new Failure('WRONG_USAGE', text.noRun(summary.name));
  if (asked.run !== undefined && asked.run !== last.entry)
    throw new Failure('WRONG_USAGE', text.otherRun(asked.run, last.entry));
  const finding = last.findings.find(({ id }) => id === asked.check);
  if (finding === undefined) throw new Failure('WRONG_USAGE', text.noCheck(asked.check));
  if (finding.state === 'passed') throw new Failure('WRONG_USAGE', text.nothingToSettle(asked.check));
  const { rule, columns, type, rows, failures } = finding;
  workspace.register.append({
    kind: 'quality.settled',
    subjectRef: asked.datasetId,
    payload: {
      datasetId: asked.datasetId,
      run: last.entry,
      rule,
      columns,
      type,
      way: asked.way,
      until: untilOf(state, asked),
      reason: requiredReason(asked.reason, text.reason),
      rows,
      failures,
    },
  });
  return qualityOf(state, asked.datasetId);
}
