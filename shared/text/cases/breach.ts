import type {
  breachCauses,
  breachTypes,
  BreachState,
  IdentifierForm,
  knownAnswers,
  untoldGrounds,
} from '#shared/domain/breach.ts';
import type { ClockState } from '#shared/cases/breach/clock.ts';
import type { ProtectionCode } from '#shared/cases/breach/protection.ts';
import type { Between } from '#shared/cases/breach/scope.ts';
import type { Unclosed } from '#shared/cases/breach/states.ts';
import { count, counted } from '../numbers.ts';

/** Hours as they are left: whole ones, the last of them in minutes. */
const hoursAndMinutes = (hours: number): string =>
  hours < 1 ? counted(Math.floor(hours * 60), 'minute') : counted(Math.floor(hours), 'hour');

/** What a breach is called and how it stands, wherever one is shown: window, command line and printed pages. */
export const breachWords = {
  states: {
    suspected: 'suspected',
    detected: 'detected',
    ongoing: 'going on',
    halted: 'halted, may start again',
    concluded: 'over by itself',
    terminated: 'stopped by us',
    mitigated: 'over and mitigated',
    closed: 'closed',
  } satisfies Record<BreachState, string>,
  types: {
    confidentiality: 'Confidentiality: somebody may see the data who has no right to',
    integrity: 'Integrity: the data may have been changed',
    availability: 'Availability: the data are lost or out of reach',
  } satisfies Record<(typeof breachTypes)[number], string>,
  causes: {
    'malicious-outside': 'A malicious act from outside',
    'malicious-inside': 'A malicious act from inside',
    'accident-outside': 'An accident outside',
    'accident-inside': 'An accident inside',
    processor: 'At a processor',
    'not-known': 'Not known',
  } satisfies Record<(typeof breachCauses)[number], string>,
  answers: { yes: 'Yes', no: 'No', 'not-known': 'Not known' } satisfies Record<(typeof knownAnswers)[number], string>,
  identifiers: {
    plain: 'in the clear',
    unkeyed: 'hashed without a key, which trying all values undoes',
    'not-known': 'not known',
    keyed: 'pseudonyms under a key',
    none: 'left out, but the rest can be read',
    anonymised: 'none: released as anonymised',
  } satisfies Record<IdentifierForm, string>,
  risks: { none: 'No risk is likely', risk: 'A risk', high: 'A high risk' },
  grounds: {
    'no-high-risk': 'No high risk is likely',
    '34-3-a': 'Art. 34(3)(a): nobody can understand the data',
    '34-3-b': 'Art. 34(3)(b): later measures took the high risk away',
    '34-3-c': 'Art. 34(3)(c): out of proportion, so it is made public',
  } satisfies Record<(typeof untoldGrounds)[number], string>,
  severities: ['', 'Negligible', 'Limited', 'Significant', 'Maximum'],
  unclosed: {
    ongoing: 'it is still going on',
    undecided: 'nobody has decided whom to tell',
    'authority-not-told': 'the authority is to be told, and nobody said that it was',
    'people-not-told': 'the people are to be told, and nobody said that they were',
  } satisfies Record<Unclosed, string>,
  clock: (state: ClockState, hoursLeft: number | null): string => {
    switch (state) {
      case 'running':
        return `${hoursAndMinutes(hoursLeft ?? 0)} left`;
      case 'late':
        return `${hoursAndMinutes(-(hoursLeft ?? 0))} late`;
      case 'told':
        return 'authority told in time';
      case 'told-late':
        return 'authority told late';
      case 'not-needed':
        return 'authority not to be told, with a reason';
      case 'closed':
        return 'closed';
    }
  },
  between: ({ least, most }: Between): string =>
    least === most ? count(most) : least === 0 ? `at most ${count(most)}` : `${count(least)} to ${count(most)}`,
  people: (people: Between): string => `${breachWords.between(people)} ${people.most === 1 ? 'person' : 'people'}`,
  minors: (minors: Between | null, unknown: number): string =>
    minors === null
      ? 'age not known of anybody'
      : `${breachWords.between(minors)} under age${unknown === 0 ? '' : `, ${count(unknown)} of unknown age`}`,
  protection: {
    'sealed-key-elsewhere': 'Sealed, and the key is elsewhere: Art. 34(3)(a) may hold',
    anonymised: 'Anonymised releases only: Art. 34(3)(a) may hold',
    'key-taken': 'The key may be with them: Art. 34(3)(a) does not hold',
    'hash-reversible': 'Hashes without a key are undone by trying all values: Art. 34(3)(a) does not hold',
    plain: 'In the clear: Art. 34(3)(a) does not hold',
    'rest-readable': 'No identifier in the clear, but the rest can be read: Art. 34(3)(a) does not hold',
    'not-known': 'Whether anybody can understand the data is not known',
  } satisfies Record<ProtectionCode, string>,
};
