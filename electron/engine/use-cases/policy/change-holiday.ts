import type { HolidayYear } from '#shared/contract/policy.ts';
import { changeKey, holidayCalendars, holidaysOf, isHoliday } from '#shared/deadlines/holidays.ts';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { policyText } from '#shared/text/engine/policy.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';

/** @throws Failure WRONG_USAGE where there is no such calendar */
function requireCalendar(id: string): { id: string; source: string; checkedOn: string } {
  const found = holidayCalendars.find((one) => one.id === id);
  if (found === undefined)
    throw new Failure(
      'WRONG_USAGE',
      policyText.noCalendar(
        id,
        holidayCalendars.map((one) => one.id),
      ),
    );
  return found;
}

/** The holidays of a calendar in one year, and the days of it that the workspace takes otherwise. @throws Failure WRONG_USAGE */
export function holidayYear(state: EngineSession, { calendar, year }: { calendar: string; year: number }): HolidayYear {
  const { source, checkedOn } = requireCalendar(calendar);
  const changes = state.requireWorkspace().catalog.holidayChanges.list();
  const own = changes.filter((one) => one.calendar === calendar && one.day.startsWith(`${year}-`));
  const days = [...new Set([...holidaysOf(calendar, year), ...own.map(({ day }) => day)])].toSorted();
  return {
    calendar,
    source,
    checkedOn,
    days: days.map((day) => {
      const change = own.find((one) => one.day === day) ?? null;
      const shipped = holidaysOf(calendar, year).has(day);
      return { day, holiday: change?.holiday ?? shipped, shipped, change };
    }),
  };
}

/**
 * Takes one day of a calendar for a holiday, or for none, by which deadlines of requests are reckoned from now on; null:
 * as it is shipped. A day too many makes a deadline late: whoever adds one says by which law.
 * @throws Failure WRONG_USAGE where it is so already or no reason is given, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function setHoliday(
  state: EngineSession,
  input: { calendar: string; day: string; holiday: boolean | null; reason: string },
): HolidayYear {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'policy.holiday-set');
  const { calendar, day, holiday } = input;
  requireCalendar(calendar);
  const { holidayChanges } = workspace.catalog;
  const changed = holidayChanges.changed();
  const isSet = changed.has(changeKey(calendar, day));
  if (holiday === null ? !isSet : isHoliday(calendar, day, changed) === holiday)
    throw new Failure('WRONG_USAGE', policyText.holidayIsSo(calendar, day, isHoliday(calendar, day, changed)));
  const reason = requiredReason(input.reason, policyText.reasonForHoliday(day));
  const by = workspace.summary().operator || engineText.nobodyNamed;
  const at = state.now();
  workspace.transaction(() => {
    if (holiday === null) holidayChanges.remove({ calendar, day });
    else holidayChanges.set({ calendar, day, holiday, reason, by, at });
    const payload = { calendar, day, holiday, shipped: isHoliday(calendar, day), reason, at };
    workspace.register.append({ kind: 'policy.holiday-set', subjectRef: changeKey(calendar, day), payload });
  });
  return holidayYear(state, { calendar, year: Number(day.slice(0, 4)) });
}
