import type { QualityShown } from '#shared/contract/quality.ts';
import { Failure } from '#shared/contract/failure.ts';
import { qualityEngineText as text } from '#shared/text/engine/quality.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { qualityInLog } from './quality-in-log.ts';
import { qualityOf } from './quality-of.ts';
import { rhythmOf } from './rhythm-of.ts';

const most = { every: 1095, fresh: 7300 };

function daysWithin(value: number, limit: number): number {
  if (!Number.isSafeInteger(value) || value < 1 || value > limit)
    throw new Failure('WRONG_USAGE', text.noDays(1, limit));
  return value;
}

/**
 * Sets how often a dataset is checked and when its rows are old; what is not given stays.
 * @throws Failure WRONG_USAGE, DATASET_UNKNOWN, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function setRhythm(
  state: EngineSession,
  asked: { datasetId: string; everyDays?: number | undefined; freshDays?: number | undefined; reason: string },
): Promise<QualityShown> {
  const workspace = state.requireWorkspace();
  const { summary } = state.datasetRecord(asked.datasetId);
  requireEnterable(workspace, 'quality.scheduled');
  const now = rhythmOf(state, summary, qualityInLog(state, asked.datasetId));
  workspace.register.append({
    kind: 'quality.scheduled',
    subjectRef: asked.datasetId,
    payload: {
      datasetId: asked.datasetId,
      everyDays: daysWithin(asked.everyDays ?? now.everyDays, most.every),
      freshDays: daysWithin(asked.freshDays ?? now.freshDays, most.fresh),
      reason: requiredReason(asked.reason, text.reason),
    },
  });
  return qualityOf(state, asked.datasetId);
}
