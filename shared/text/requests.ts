import type { RequestDuty, RequestDutyKind } from '#shared/deadlines/request-clock.ts';
import type {
  RefusalGround,
  RequestChannel,
  RequestLetter,
  RequestOutcome,
  RequestStage,
  RequestType,
  RequestWait,
} from '#shared/domain/request.ts';
import { count, counted } from './numbers.ts';

const dayName = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
/** `2026-12-04` → "Fri, 4 Dec 2026". */
export const requestDay = (day: string): string => dayName.format(new Date(`${day}T00:00:00Z`));

export const requestTypeWords: Readonly<Record<RequestType, string>> = {
  access: 'Access (Art. 15)',
  rectify: 'Rectification (Art. 16)',
  erase: 'Erasure (Art. 17)',
  restrict: 'Restriction (Art. 18)',
  portability: 'Portability (Art. 20)',
  object: 'Objection (Art. 21(1))',
  'object-marketing': 'Objection to advertising (Art. 21(2))',
  'automated-decision': 'Review of an automated decision (Art. 22)',
  'withdraw-consent': 'Withdrawal of consent (Art. 7(3))',
  complaint: 'Complaint',
};

/** The right in a sentence: "the request for erasure". */
export const requestTypeNouns: Readonly<Record<RequestType, string>> = {
  access: 'the request for access',
  rectify: 'the request for rectification',
  erase: 'the request for erasure',
  restrict: 'the request for restriction',
  portability: 'the request for portability',
  object: 'the objection',
  'object-marketing': 'the objection to advertising',
  'automated-decision': 'the request to review a decision',
  'withdraw-consent': 'the withdrawal of consent',
  complaint: 'the complaint',
};

export const requestStageWords: Readonly<Record<RequestStage, string>> = {
  identity: 'Identity',
  find: 'Find',
  decide: 'Decide',
  do: 'Do',
  tell: 'Tell',
  answer: 'Answer',
};

export const requestChannelWords: Readonly<Record<RequestChannel, string>> = {
  'e-mail': 'E-mail',
  letter: 'Letter',
  form: 'Form',
  telephone: 'Telephone',
  'in-person': 'In person',
  other: 'Another way',
};

export const requestOutcomeWords: Readonly<Record<RequestOutcome, string>> = {
  granted: 'Granted',
  partly: 'Granted in part',
  refused: 'Refused',
};

export const requestWaitWords: Readonly<Record<RequestWait, string>> = {
  identity: 'who they are',
  clarification: 'what they mean',
  fee: 'a fee',
};

/** Why a right is refused or cut, with the article that says so. */
export const refusalWords: Readonly<Record<RefusalGround, string>> = {
  unfounded: 'Manifestly unfounded (Art. 12(5)(b))',
  excessive: 'Excessive, repeated (Art. 12(5)(b))',
  'identity-not-shown': 'Who asks could not be shown (Art. 11(2), 12(2), 12(6))',
  'nothing-found': 'Nothing about them was found',
  'others-rights': 'Rights of others would be harmed (Art. 15(4), 20(4))',
  expression: 'Freedom of expression and information (Art. 17(3)(a))',
  'legal-obligation': 'A law demands the data (Art. 17(3)(b))',
  'public-health': 'Public health (Art. 17(3)(c))',
  archiving: 'Archiving, research or statistics (Art. 17(3)(d))',
  'legal-claims': 'Legal claims (Art. 17(3)(e), 21(1))',
  'compelling-grounds': 'Compelling legitimate grounds (Art. 21(1))',
  'accuracy-shown': 'The data are accurate as they are (Art. 16, 18(1)(a))',
  'not-portable': 'Neither consent nor contract, or not automated (Art. 20(1))',
  'contract-or-law': 'Needed for a contract, or allowed by law (Art. 22(2))',
  'national-law': 'A restriction by national law (Art. 23)',
};

export const requestLetterWords: Readonly<Record<RequestLetter, string>> = {
  acknowledge: 'Receipt',
  'ask-identity': 'Question who asks',
  extension: 'Extension',
  answer: 'Answer',
  'tell-recipients': 'Notice to recipients',
};

const dutyVerbs: Readonly<Record<RequestDutyKind, string>> = {
  stop: 'Stop',
  acknowledge: 'Acknowledge',
  answer: 'Answer',
};

/** "Answer the request for erasure". */
export const dutyWords = (kind: RequestDutyKind, type: RequestType): string =>
  kind === 'stop'
    ? type === 'withdraw-consent'
      ? 'Stop what rested on consent'
      : 'Stop advertising'
    : `${dutyVerbs[kind]} ${requestTypeNouns[type]}`;

/** "6 days left", "due today", "3 days over". */
export const timeLeft = (left: number): string =>
  left === 0 ? 'due today' : left > 0 ? `${counted(left, 'day')} left` : `${counted(-left, 'day')} over`;

/** How the day of a duty comes about, and by whose word. */
export function dutyRule({
  months,
  days,
  from,
  paused,
  counted: end,
  due,
  stopped,
  later,
  source,
}: RequestDuty): string {
  const length = months > 0 ? counted(months, 'month') : counted(days, 'day');
  const parts = [
    months + days === 0
      ? `At once, on ${requestDay(from)}`
      : `${length} after ${requestDay(from)}, which is not counted`,
  ];
  if (paused > 0) parts.push(`${counted(paused, 'day')} of clarification left out`);
  if (end !== due) parts.push(`${requestDay(end)} is at a weekend or a holiday: the next working day`);
  if (stopped) parts.push('the time stands still until the person answers; reckoned as if that were today');
  if (later !== null)
    parts.push(`${requestDay(later)} where your authority accepts that the time stops while the person is asked`);
  return `${parts.join('; ')}. ${source}.`;
}

const regions = new Intl.DisplayNames(['en'], { type: 'region' });
const parts: Readonly<Record<string, string>> = {
  GB: 'United Kingdom: England and Wales',
  'GB-SCT': 'United Kingdom: Scotland',
  'GB-NIR': 'United Kingdom: Northern Ireland',
};
/** What a calendar of holidays is called; the empty one knows weekends alone. */
export const calendarName = (id: string): string => (id === '' ? 'Weekends only' : (parts[id] ?? regions.of(id) ?? id));

/** How somebody was found, in words. */
export const foundHow = (match: string): string =>
  ({ plain: 'in the clear', keyed: 'under a key', platform: 'hashed without a key', text: 'inside a text' })[match] ??
  match;

/** "customers, e-mail: 1 row in the clear". */
export const foundWhere = ({
  dataset,
  column,
  match,
  rows,
}: {
  dataset: string;
  column: string;
  match: string;
  rows: number;
}): string => `${dataset}${column === '' ? '' : `, ${column}`}: ${counted(rows, 'row')} ${foundHow(match)}`;

export const foundCount = (places: number, searched: number): string =>
  places === 0
    ? `Found nowhere; ${count(searched)} places looked through.`
    : `Found in ${counted(places, 'place')}; ${count(searched)} looked through.`;
