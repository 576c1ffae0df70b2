import type { DueListed, DueShown } from '#shared/contract/due.ts';
import { Failure } from '#shared/contract/failure.ts';
import { isOverdue } from '#shared/domain/due-order.ts';
import { dueText as text } from '#shared/text/engine/due.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { dueSources, type DueSource } from './sources.ts';

type Snoozes = ReadonlyMap<string, { at: string; until: string; reason: string; entry: number }>;

const keyOf = ({ kind, id }: { kind: string; id: string }): string => JSON.stringify([kind, id]);

/** The newest snooze of each thing. */
function snoozesOf(state: EngineSession): Snoozes {
  const found = new Map<string, { at: string; until: string; reason: string; entry: number }>();
  for (const { seq, payload } of state.requireWorkspace().catalog.entriesOf('due.snoozed')) {
    const { dueKind, id, at, until, reason } = payload;
    found.set(keyOf({ kind: dueKind, id }), { at, until, reason, entry: seq });
  }
  return found;
}

/** An order in which days and instants stand together: a day ends with its last moment. */
const orderOf = (at: string): string => (at.length === 10 ? `${at}T23:59:59.999Z` : at);

/**
 * What is due in the open workspace, the earliest first. What was snoozed is listed apart until its day, or until it is
 * due at another time than when it was snoozed; a source that cannot be asked is named with the reason.
 * @throws Failure WORKSPACE_NONE
 */
export async function listDue(state: EngineSession, sources: readonly DueSource[] = dueSources): Promise<DueShown> {
  const workspace = state.requireWorkspace();
  const now = state.now();
  const snoozes = snoozesOf(state);
  const shown: DueShown = { now, items: [], snoozed: [], notComputed: [] };
  for (const { kind, items } of sources) {
    try {
      for (const item of await items({ state, workspace, now })) {
        const snooze = snoozes.get(keyOf(item));
        const listed: DueListed = { ...item, overdue: isOverdue(item.at, now) };
        if (snooze !== undefined && snooze.at === item.at && snooze.until > now.slice(0, 10))
          shown.snoozed.push({ ...listed, until: snooze.until, reason: snooze.reason, entry: snooze.entry });
        else shown.items.push(listed);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      shown.notComputed.push({ kind, why: text.notComputed(kind, error.message) });
    }
  }
  const byTime = (a: DueListed, b: DueListed): number =>
    orderOf(a.at).localeCompare(orderOf(b.at)) || a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id);
  shown.items.sort(byTime);
  shown.snoozed.sort(byTime);
  return shown;
}
