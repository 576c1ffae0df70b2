import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { calendarText, type CalendarEntry } from '#shared/domain/calendar-text.ts';
import { dayAfter } from '#shared/consent/consent-event.ts';
import { Failure } from '#shared/contract/failure.ts';
import { consentText as text } from '#shared/text/engine/consent.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireEnterable } from '../require-enterable.ts';
import { consentStatus } from './consent-status.ts';

/** Days ahead that a calendar looks. */
const ahead = 366;

/**
 * Writes when consents have to be asked for again: an entry for each purpose and month in which some end, on the month's
 * first day, or today where that is over; and for each purpose when consent is to be checked again. It has counts and no
 * person.
 * @throws Failure WRONG_USAGE, TARGET_MISSED where the ledger is empty, TARGET_UNWRITABLE, DISK_FULL
 */
export async function consentCalendar(
  state: EngineSession,
  {
    purpose,
    day = state.today(),
    grantId,
  }: { purpose?: string | undefined; day?: string | undefined; grantId: string },
) {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'consent.calendar-exported');
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const until = dayAfter(day, ahead);
  const found = await consentStatus(state, { purpose, day });
  const due = found.flatMap(({ purpose: id, title, due: months }) =>
    months
      .filter(({ month }) => month <= until.slice(0, 7))
      .map(({ month, people }): CalendarEntry & { people: number } => ({
        people,
        uid: `consent-${id}-${month}@${workspace.id}`,
        at: `${month}-01` < day ? day : `${month}-01`,
        title: text.calendar.title(people, title),
        description: text.calendar.description(people, title, day),
      })),
  );
  const checks = found.map(({ purpose: id, title, check: { last, next } }): CalendarEntry => ({
    uid: `consent-check-${id}@${workspace.id}`,
    at: next < day ? day : next,
    title: text.calendar.check(title),
    description: text.calendar.checked(title, last),
  }));
  if (checks.length === 0) throw new Failure('TARGET_MISSED', text.nothingDue);
  const content = calendarText(
    {
      name: text.calendar.name,
      part: 'Consent',
      stamp: state.now(),
      sequence: workspace.catalog.entriesOf('consent.calendar-exported').length,
    },
    [...checks, ...due],
  );
  const written = {
    fileName: basename(path),
    sha256: createHash('sha256').update(content).digest('hex'),
    due: due.reduce((sum, { people }) => sum + people, 0),
  };
  const { seq } = await writeEntered(path, content, () =>
    workspace.register.append({
      kind: 'consent.calendar-exported',
      subjectRef: workspace.id,
      payload: { ...written, until },
    }),
  );
  return { ...written, registerEntry: seq };
}
