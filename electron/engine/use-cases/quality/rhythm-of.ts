import { dayAfter } from '#shared/consent/consent-event.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { QualityInLog } from './quality-in-log.ts';

/** Days after its import within which a dataset is checked for the first time. */
export const firstWithin = 14;

/** How often a dataset is checked, and when next. */
export interface Rhythm {
  everyDays: number;
  freshDays: number;
  /** Whether the dataset has a rhythm of its own; else the policy's. */
  own: boolean;
  /** `YYYY-MM-DD`. */
  next: string;
  overdue: boolean;
}

export function rhythmOf(
  state: EngineSession,
  { importedAt }: Pick<DatasetSummary, 'importedAt'>,
  { own: runs, schedule }: Pick<QualityInLog, 'own' | 'schedule'>,
): Rhythm {
  const today = state.today();
  const policy = state.policyOn(today);
  const everyDays = schedule?.everyDays ?? policy.value('quality-check', '*');
  const freshDays = schedule?.freshDays ?? policy.value('data-freshness', '*');
  const last = runs.at(-1);
  const next =
    last === undefined ? dayAfter(importedAt.slice(0, 10), firstWithin) : dayAfter(last.payload.day, everyDays);
  return { everyDays, freshDays, own: schedule !== null, next, overdue: next < today };
}
