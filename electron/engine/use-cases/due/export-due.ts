import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { DueExported, DueListed } from '#shared/contract/due.ts';
import { Failure } from '#shared/contract/failure.ts';
import { calendarText, type CalendarEntry } from '#shared/domain/calendar-text.ts';
import { dueText as text } from '#shared/text/engine/due.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { requireEnterable } from '../require-enterable.ts';
import { listDue } from './list-due.ts';

/** Things that a calendar takes, the earliest. */
const most = 5000;

const uidOf = ({ kind, id }: { kind: string; id: string }, workspace: Workspace): string =>
  `due-${kind}-${id}@${workspace.id}`;

/** What is over stands on today: a calendar shows nobody what lies behind. An instant stays what it is. */
function entryOf(item: DueListed, workspace: Workspace, today: string): CalendarEntry {
  const { kind, ref, what, at } = item;
  return {
    uid: uidOf(item, workspace),
    at: at.length === 10 && at < today ? today : at,
    title: text.calendar.title(ref, what),
    description: text.calendar.description(kind, at, workspace.summary().name, item.overdue),
    category: text.kinds[kind],
  };
}

/** What an earlier file had and is due no more: struck out, so that no calendar reminds of what is done. */
function struckOut(workspace: Workspace, items: readonly DueListed[]): CalendarEntry[] {
  const there = new Set(items.map((item) => uidOf(item, workspace)));
  const last = workspace.catalog.entriesOf('due.exported').at(-1)?.payload.items ?? [];
  return last
    .filter((item) => !there.has(uidOf(item, workspace)))
    .map(({ kind, id, at }) => ({
      uid: uidOf({ kind, id }, workspace),
      at,
      title: text.calendar.done(kind),
      description: text.calendar.doneDescription,
      category: text.kinds[kind],
      cancelled: true,
    }));
}

/**
 * Writes everything that is due to a granted place as iCalendar. A calendar that takes in a later file updates what it
 * has by UID; what is done meanwhile is struck out. It has names of records, counts and days, and no person.
 * @throws Failure TARGET_MISSED where nothing is due, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY
 */
export async function exportDue(state: EngineSession, { grantId }: { grantId: string }): Promise<DueExported> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'due.exported');
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const { items: open, snoozed, notComputed } = await listDue(state);
  // Putting something aside here moves no deadline.
  const items = [...open, ...snoozed].slice(0, most);
  const done = struckOut(workspace, items);
  if (items.length + done.length === 0) throw new Failure('TARGET_MISSED', text.nothingDue);
  const sequence = workspace.catalog.entriesOf('due.exported').length;
  const today = state.today();
  const content = calendarText({ name: text.calendar.name, part: 'Due', stamp: state.now(), sequence }, [
    ...items.map((item) => entryOf(item, workspace, today)),
    ...done,
  ]);
  const written = {
    fileName: basename(path),
    sha256: createHash('sha256').update(content).digest('hex'),
    due: items.length,
    done: done.length,
  };
  const { seq } = await writeEntered(path, content, () =>
    workspace.register.append({
      kind: 'due.exported',
      subjectRef: workspace.id,
      payload: { ...written, items: items.map(({ kind, id, at }) => ({ kind, id, at })) },
    }),
  );
  return { ...written, notComputed, registerEntry: seq };
}
