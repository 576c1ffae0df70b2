import type { DueShown } from '#shared/contract/due.ts';
import { Failure } from '#shared/contract/failure.ts';
import { dayAfter } from '#shared/consent/consent-event.ts';
import { isDay } from '#shared/domain/day-span.ts';
import type { DueKind } from '#shared/domain/due.ts';
import { dueText as text } from '#shared/text/engine/due.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { listDue } from './list-due.ts';

/** Clocks of the law do not stop: what has one is put aside for a day at most. */
const longest = (kind: DueKind): number => (kind === 'breach' || kind === 'request' ? 1 : 90);

/**
 * Puts something that is due aside until a day, with a reason; when it is due stays what it is.
 * @throws Failure WRONG_USAGE where it is not due, the day is not ahead or too far, or no reason is given; ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY
 */
export async function snoozeDue(
  state: EngineSession,
  { kind, id, until, reason }: { kind: DueKind; id: string; until: string; reason: string },
): Promise<DueShown> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'due.snoozed');
  const { items, snoozed } = await listDue(state);
  const item = [...items, ...snoozed].find((one) => one.kind === kind && one.id === id);
  if (item === undefined) throw new Failure('WRONG_USAGE', text.notDue(kind, id));
  const today = state.today();
  const last = dayAfter(today, longest(kind));
  if (!isDay(until) || until <= today || until > last) throw new Failure('WRONG_USAGE', text.snoozeUntil(last));
  workspace.register.append({
    kind: 'due.snoozed',
    subjectRef: workspace.id,
    payload: { dueKind: kind, id, at: item.at, until, reason: requiredReason(reason, text.reason) },
  });
  return listDue(state);
}
