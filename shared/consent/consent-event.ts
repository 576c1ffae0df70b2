import type { ConsentDoubt, ConsentForm, ConsentState } from '#shared/domain/consent.ts';

/** One thing that happened to one person's consent to one purpose. It is entered once and never changed. */
export interface ConsentEvent {
  state: ConsentState;
  /** Day (YYYY-MM-DD) or moment (ISO 8601 in UTC); null where the source tells none. */
  at: string | null;
  /** The last day on which it holds, as the source says; null where it says nothing. */
  until: string | null;
  doubt: ConsentDoubt | null;
  form: ConsentForm;
  /** When it was entered into the ledger, ISO 8601 in UTC. */
  recordedAt: string;
}

const day = (moment: string): string => moment.slice(0, 10);

/** The day after, so that no time zone makes a day of today one of the future. */
export const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const positive: ReadonlySet<ConsentState> = new Set(['given', 'renewed']);
const ended: ReadonlySet<ConsentState> = new Set(['refused', 'expired', 'invalidated', 'revoked', 'withdrawn']);

/** Whether it says that somebody agreed. */
export const saysYes = (state: ConsentState): boolean => positive.has(state);
/** Whether it says that nothing may be done: such an event counts without a date, from the moment it is known. */
export const saysNo = (state: ConsentState): boolean => ended.has(state);

/**
 * An event as it is entered: dated in the future it is unknown, and so is a yes without a date, whose end nobody can
 * tell.
 */
export function checkedEvent(event: ConsentEvent): ConsentEvent {
  const { at, state, recordedAt } = event;
  if (event.doubt !== null) return { ...event, state: saysNo(state) ? state : 'unknown' };
  if (at === null) return saysNo(state) ? event : { ...event, state: 'unknown', doubt: 'undated' };
  if (day(at) > dayAfter(day(recordedAt)))
    return { ...event, state: saysNo(state) ? state : 'unknown', doubt: 'future' };
  return event;
}
