import type { ConsentForm, ConsentStanding, ConsentState } from '#shared/domain/consent.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { dayAfter, saysYes, type ConsentEvent } from './consent-event.ts';

/** Why somebody stands where they stand, where the last event's state does not say it. */
export type WhyUnknown =
  | 'no-event'
  | 'two-states'
  | 'undated'
  | 'future'
  | 'unreadable'
  | 'swappable'
  | 'other-purpose'
  | 'not-yet';

export interface Standing {
  standing: ConsentStanding;
  /** State of the last event; null where there is none, or where two contradict each other. */
  state: ConsentState | null;
  /** When that happened, as far as it is known. */
  at: string | null;
  /** The last day on which it holds; null where there is nothing to end. */
  until: string | null;
  why: WhyUnknown | null;
}

/** Days that a consent of this form holds at most. */
export type ValidityDays = (form: ConsentForm) => number;

/** Signals that a browser or an app keeps have a row of their own; every other consent goes by the general one. */
export const validityDays =
  (policy: PolicyInForce): ValidityDays =>
  (form) =>
    policy.value('consent-validity', form === 'tcf' || form === 'google' ? 'browser-signal' : '*');

const nobody: Standing = { standing: 'unknown', state: null, at: null, until: null, why: 'no-event' };

const fixed: Record<Exclude<ConsentState, 'given' | 'renewed'>, ConsentStanding> = {
  requested: 'pending',
  deferred: 'pending',
  refused: 'refused',
  expired: 'expired',
  invalidated: 'withdrawn',
  revoked: 'withdrawn',
  withdrawn: 'withdrawn',
  unknown: 'unknown',
};

/** Where an event stands in time: what is not dated, or dated in the future, stands where it became known. */
const effective = ({ at, doubt, recordedAt }: ConsentEvent): string =>
  at === null || doubt === 'future' ? recordedAt : at;
const dayOf = (event: ConsentEvent): string => effective(event).slice(0, 10);
const isDay = (event: ConsentEvent): boolean => effective(event).length === 10;

/** A yes that only lacks its date says nothing against one that has it. */
const saysNothing = ({ doubt, at, state }: ConsentEvent): boolean =>
  doubt === 'undated' && at === null && state === 'unknown';

/** The last events: several where they are of one moment, or of one day and nobody can tell which was first. */
function lastEvents(events: readonly ConsentEvent[]): ConsentEvent[] {
  const telling = events.filter((event) => !saysNothing(event));
  const among = telling.length === 0 ? events : telling;
  const lastDay = among.map(dayOf).reduce((a, b) => (a > b ? a : b));
  const onDay = among.filter((event) => dayOf(event) === lastDay);
  if (onDay.some(isDay)) return onDay;
  const moment = (event: ConsentEvent): number => Date.parse(effective(event));
  const last = Math.max(...onDay.map(moment));
  return onDay.filter((event) => moment(event) === last);
}

/** The last day on which a yes holds: the earlier of what it says itself and what policy lets it hold. */
function endOf(event: ConsentEvent, days: ValidityDays): string {
  const byPolicy = dayAfter((event.at ?? event.recordedAt).slice(0, 10), days(event.form));
  return event.until !== null && event.until < byPolicy ? event.until : byPolicy;
}

/**
 * Where somebody stands on a day: by the last event, whatever came before it. Two states at one moment, a date in the
 * future and what could not be read are unknown, and unknown is never a yes. What ends a consent counts from the moment
 * it is known, also for a day before.
 * @param events of one person and one purpose, in any order
 * @param day YYYY-MM-DD
 */
export function standingOn(events: readonly ConsentEvent[], day: string, days: ValidityDays): Standing {
  if (events.length === 0) return nobody;
  const last = lastEvents(events);
  const [first] = last as [ConsentEvent];
  const told = { state: first.state, at: first.at, until: null };
  const standings = new Set(last.map(({ state }) => (saysYes(state) ? 'valid' : fixed[state as keyof typeof fixed])));
  if (standings.size > 1) return { ...nobody, at: first.at, why: 'two-states' };
  if (!saysYes(first.state)) {
    const standing = fixed[first.state as keyof typeof fixed];
    const doubt = last.find((event) => event.doubt !== null)?.doubt ?? null;
    return { ...told, standing, why: standing === 'unknown' ? doubt : null };
  }
  if (dayOf(first) > day) return { ...told, standing: 'unknown', why: 'not-yet' };
  const until = last.map((event) => endOf(event, days)).reduce((a, b) => (a < b ? a : b));
  return { ...told, standing: day > until ? 'expired' : 'valid', until, why: null };
}
