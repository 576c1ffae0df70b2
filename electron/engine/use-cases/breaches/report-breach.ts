import { isZone, notificationDue } from '#shared/cases/breach/clock.ts';
import { Failure } from '#shared/contract/failure.ts';
import { breachesText as text } from '#shared/text/engine/breaches.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { operatorOf } from '../records/store-draft.ts';
import { requireEnterable } from '../require-enterable.ts';
import { hoursToTell, requireClock, saveBreach } from './breach-cases.ts';
import { checkedFacts } from './checked-facts.ts';

/** The next reference; none is ever given twice, whatever became of the breach that had it. */
function nextRef(workspace: Workspace): string {
  const given = workspace.catalog.entriesOf('breach.reported').map(({ payload }) => Number(payload.ref.slice(2)));
  return `B-${Math.max(0, ...given) + 1}`;
}

/**
 * Writes down that a breach is suspected or known, which begins the clock.
 * @throws Failure WRONG_USAGE for a moment that cannot be, a zone nobody knows, or a clock that was set back;
 *   ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function reportBreach(
  state: EngineSession,
  asked: { title: string; awareAt: string; description: string; zone?: string | undefined },
): { id: string; ref: string; registerEntry: number; dueAt: string } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'breach.reported');
  requireClock(state, workspace);
  const { title, description, awareAt } = asked;
  const zone = asked.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(zone)) throw new Failure('WRONG_USAGE', text.zone(zone));
  const now = state.now();
  const facts = checkedFacts({ title, description, awareAt }, now);
  const dueAt = notificationDue(facts.awareAt, hoursToTell(state, facts.awareAt));
  const [id, ref] = [state.newId(), nextRef(workspace)];
  const body = {
    ref,
    zone,
    reportedAt: now,
    reportedBy: operatorOf(workspace),
    state: 'suspected' as const,
    facts,
    scope: null,
    decision: null,
    notified: null,
    phases: [],
    told: null,
    closing: null,
    reopenings: [],
  };
  const payload = { awareAt: facts.awareAt, dueAt };
  return { id, ref, registerEntry: saveBreach(workspace, { id, body }, { kind: 'breach.reported', payload }), dueAt };
}
