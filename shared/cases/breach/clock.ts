import type { BreachBody } from '../breach.ts';

const hour = 3_600_000;

/**
 * Where the clock of Art. 33(1) stands. `running`, `late`: whoever decides has not told the authority; `told`,
 * `told-late`: it was told; `not-needed`: it was decided, with a reason, that no risk is likely. A closed breach has no
 * clock.
 */
export type ClockState = 'running' | 'late' | 'told' | 'told-late' | 'not-needed' | 'closed';

export interface BreachClock {
  state: ClockState;
  awareAt: string;
  dueAt: string;
  /** Hours left, negative when late; null where no clock runs. Not rounded. */
  hoursLeft: number | null;
}

/**
 * The moment by which the authority is to be told: so many plain hours after awareness. Nights, weekends and holidays
 * count, and a clock that is put forward or back for summer changes nothing of the hours.
 */
export const notificationDue = (awareAt: string, hours: number): string =>
  new Date(Date.parse(awareAt) + hours * hour).toISOString();

/** @param now ISO 8601 @param hours from awareness, by the policy in force */
export function breachClock(
  { facts, decision, notified, closing }: Pick<BreachBody, 'facts' | 'decision' | 'notified' | 'closing'>,
  now: string,
  hours: number,
): BreachClock {
  const dueAt = notificationDue(facts.awareAt, hours);
  const clock = (state: ClockState, hoursLeft: number | null = null): BreachClock => ({
    state,
    awareAt: facts.awareAt,
    dueAt,
    hoursLeft,
  });
  if (closing !== null) return clock('closed');
  if (notified !== null) return clock(Date.parse(notified.at) > Date.parse(dueAt) ? 'told-late' : 'told');
  if (decision?.authority.tell === false) return clock('not-needed');
  const hoursLeft = (Date.parse(dueAt) - Date.parse(now)) / hour;
  return clock(hoursLeft < 0 ? 'late' : 'running', hoursLeft);
}

/** A moment as a clock in that zone shows it, with the day of the week: "Fri 27 Nov 2026, 14:10". */
export const inZone = (iso: string, zone: string): string =>
  new Date(iso)
    .toLocaleString('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    .replace(/^(\w+),? /, '$1 ');

/** Whether this machine knows a zone of that name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
