import type { policyEntries } from '#shared/journal/entry-kinds/policy.ts';
import { count } from '../numbers.ts';
import { because, type Sentences } from './told.ts';

export const policySentences: Sentences<keyof typeof policyEntries> = {
  'policy.overridden': ({ who, said: { row, from, to, reason } }) =>
    because(`${who} set the policy row “${row}” from ${count(from)} to ${count(to)}`, reason),
  'policy.holiday-set': ({ who, said: { calendar, day, holiday, reason } }) =>
    because(
      `${who} took ${day} in calendar ${calendar} ` +
        (holiday === null ? 'as it is shipped, again' : holiday ? 'for a holiday' : 'for no holiday'),
      reason,
    ),
  'policy.reset': ({ who, said: { row, to, reason } }) =>
    because(`${who} set the policy row “${row}” back to ${count(to)}, as shipped`, reason),
};
