import { count } from './numbers.ts';

/** Why somebody is unknown, as the ledger reckons it: window and command line say it alike. */
const why: Record<string, string> = {
  'no-event': 'nothing is known of them',
  'two-states': 'two states at one moment',
  undated: 'a yes without a date',
  future: 'dated in the future',
  unreadable: 'could not be read',
  'other-purpose': 'for another purpose',
  'not-yet': 'given after this day',
  said: 'the source says so',
};

export const whyUnknown = (reason: string): string => why[reason] ?? reason;

/** How many are unknown for which reason. */
export const unknownBecause = (reasons: Readonly<Record<string, number>>): string =>
  Object.entries(reasons)
    .map(([reason, number]) => `${count(number)} ${whyUnknown(reason)}`)
    .join(', ');
