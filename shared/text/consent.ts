import type { ConsentRecorded } from '#shared/contract/consent.ts';
import type { ConsentStanding } from '#shared/domain/consent.ts';
import { count, counted, listed } from './numbers.ts';

/** Why somebody is unknown, as the ledger reckons it: window and command line say it alike. */
const why: Record<string, string> = {
  'no-event': 'nothing is known of them',
  'two-states': 'two states at one moment',
  undated: 'a yes without a date',
  future: 'dated in the future',
  unreadable: 'could not be read',
  swappable: 'whose day and month can be swapped; write dates as YYYY-MM-DD',
  'other-purpose': 'for another purpose',
  'not-yet': 'given after this day',
  said: 'the source says so',
};

/** Where somebody stands, in a word or a few. */
export const consentStandings: Record<ConsentStanding, string> = {
  valid: 'valid',
  expired: 'past its end',
  pending: 'asked for, not given',
  withdrawn: 'withdrawn',
  refused: 'refused',
  unknown: 'unknown',
};

export const whyUnknown = (reason: string): string => why[reason] ?? reason;

/** How many are unknown for which reason. */
export const unknownBecause = (reasons: Readonly<Record<string, number>>): string =>
  Object.entries(reasons)
    .map(([reason, number]) => `${count(number)} ${whyUnknown(reason)}`)
    .join(', ');

/** Rows of which nothing was entered, those of one reason in a line; of many the first. */
export function notEntered({ total, listed: told }: ConsentRecorded['unread']): string[] {
  const reasons = [...new Set(told.map(({ detail }) => detail))];
  const lines = reasons.map((detail) => {
    const rows = told.filter((each) => each.detail === detail).map(({ row }) => count(row));
    const first = rows.slice(0, 5);
    const named = rows.length > 5 ? [...first, `${count(rows.length - 5)} more`] : first;
    return `${rows.length === 1 ? 'Row' : 'Rows'} ${listed(named)}: ${detail}`;
  });
  const further = total - told.length;
  return further > 0 ? [...lines, `… and ${counted(further, 'further row')} of which nothing was entered.`] : lines;
}
