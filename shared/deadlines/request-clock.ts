import type { RequestType, RequestWait } from '#shared/domain/request.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import { addDays, addMonths, daysBetween, weekdayOf } from './days.ts';
import { isHoliday, noChanges, type ChangedHolidays } from './holidays.ts';

/** What has to have happened by a day: an end of something, a word that it came in, the answer. */
export type RequestDutyKind = 'stop' | 'acknowledge' | 'answer';

/** A time in which the person was asked for something; `answeredOn` null while they are. Days as YYYY-MM-DD. */
export interface WaitedFor {
  why: RequestWait;
  askedOn: string;
  answeredOn: string | null;
}

/** What the clock of a request goes by. Days as YYYY-MM-DD. */
export interface RequestTimes {
  type: RequestType;
  /** Whose holidays count (`holidays.ts`); empty: weekends alone. */
  calendar: string;
  /** Days of it that the workspace takes otherwise. */
  changed?: ChangedHolidays;
  receivedOn: string;
  waits: readonly WaitedFor[];
  /** On which day the person was told that it takes longer. */
  extensionToldOn: string | null;
  acknowledgedOn: string | null;
  stoppedOn: string | null;
  /** When the person was answered, or the request was closed without. */
  answeredOn: string | null;
}

/** One duty and how its day comes about. Days as YYYY-MM-DD. */
export interface RequestDuty {
  kind: RequestDutyKind;
  /** The day on which counting begins; it is not counted itself. */
  from: string;
  months: number;
  days: number;
  /** Days that do not count, in the time that holds. */
  paused: number;
  /** The day that counting gives, before weekends and holidays. */
  counted: string;
  due: string;
  /** The later day where the authority accepts that asking for something stops the time; null where there is none. */
  later: string | null;
  /** The time stands still: the person is asked for something. `due` is what it were, if they answered today. */
  stopped: boolean;
  doneOn: string | null;
  /** Who sets the time. */
  source: string;
}

export interface RequestClock {
  duties: RequestDuty[];
  /** The duty that is due first of those not done; null where none is. */
  next: RequestDuty | null;
  /** By when an extension has to be told; null where none is possible. */
  extendBy: string | null;
}

const isWorkingDay = (calendar: string, day: string, changed: ChangedHolidays): boolean =>
  weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !isHoliday(calendar, day, changed);

/**
 * The day itself, or the next working day.
 *
 * @see Regulation (EEC, Euratom) No 1182/71 Art. 2(2), 3(4).
 */
export function workingDayFrom(calendar: string, day: string, changed: ChangedHolidays = noChanges): string {
  let found = day;
  while (!isWorkingDay(calendar, found, changed)) found = addDays(found, 1);
  return found;
}

/** The country whose law holds: a part of the United Kingdom has the whole's. */
const countryOf = (calendar: string): string => calendar.slice(0, 2);

/** Every day of some spans once; `inclusive`: the last day of each, too. */
function daysIn(spans: readonly { from: string; to: string }[], inclusive: boolean): Set<string> {
  const days = new Set<string>();
  for (const { from, to } of spans)
    for (let at = 0; at < daysBetween(from, to) + (inclusive ? 1 : 0); at += 1) days.add(addDays(from, at));
  return days;
}

interface Counting {
  from: string;
  paused: number;
  /** Days that would not count where the authority accepts the pause. */
  doubtful: number;
  stopped: boolean;
}

/**
 * Where counting begins and which days it leaves out. Where the law stops the clock (UK GDPR Art. 12A), it begins when
 * identity is shown or the fee paid, and the days from asking for clarification to the answer, both included, do not
 * count. Elsewhere nothing stops for certain.
 */
function counting({ calendar, receivedOn, waits }: RequestTimes, policy: PolicyInForce, today: string): Counting {
  const spans = waits.map(({ why, askedOn, answeredOn }) => ({ why, from: askedOn, to: answeredOn ?? today }));
  const open = waits.some(({ answeredOn }) => answeredOn === null);
  const byLaw = policy.ruling('identity-pause', countryOf(calendar))?.value === 1;
  if (!byLaw) {
    const doubtful = daysIn(
      spans.filter(({ why }) => why !== 'fee'),
      false,
    ).size;
    return { from: receivedOn, paused: 0, doubtful, stopped: false };
  }
  const from = spans
    .filter(({ why }) => why !== 'clarification')
    .reduce((latest, { to }) => (to > latest ? to : latest), receivedOn);
  const left = daysIn(
    spans.filter(({ why }) => why === 'clarification'),
    true,
  );
  return { from, paused: [...left].filter((day) => day >= from).length, doubtful: 0, stopped: open };
}

type Limit = Pick<RequestDuty, 'months' | 'days' | 'source'>;

function dutyOf(
  kind: RequestDutyKind,
  { calendar, changed }: RequestTimes,
  { from, paused, doubtful, stopped }: Counting,
  { months, days, source }: Limit,
  doneOn: string | null,
): RequestDuty {
  const end = addDays(addMonths(from, months), days);
  const counted = addDays(end, paused);
  const due = months + days === 0 ? from : workingDayFrom(calendar, counted, changed);
  const late = doubtful === 0 ? due : workingDayFrom(calendar, addDays(counted, doubtful), changed);
  const later = late === due ? null : late;
  return { kind, from, months, days, paused, counted, due, later, stopped: stopped && doneOn === null, doneOn, source };
}

/** What is due of a right to be answered (GDPR Art. 12(3)), and until when an extension could be told. */
function answerDuty(
  times: RequestTimes,
  policy: PolicyInForce,
  today: string,
): { duty: RequestDuty; extendBy: string | null } {
  const country = countryOf(times.calendar);
  const count = counting(times, policy, today);
  const limit = policy.ruling('request-answer', country)!;
  const first = { months: limit.value, days: 0, source: limit.row.source };
  const duty = dutyOf('answer', times, count, first, times.answeredOn);
  const more = policy.ruling('request-extension', country)!;
  const isTold = times.extensionToldOn !== null && times.extensionToldOn <= duty.due;
  if (!isTold) return { duty, extendBy: more.value === 0 || times.answeredOn !== null ? null : duty.due };
  const longer = { months: limit.value + more.value, days: 0, source: more.row.source };
  return { duty: dutyOf('answer', times, count, longer, times.answeredOn), extendBy: null };
}

/** Nothing stops the time of these. */
const fromReceipt = ({ receivedOn }: RequestTimes): Counting => ({
  from: receivedOn,
  paused: 0,
  doubtful: 0,
  stopped: false,
});

const isStopped = (type: RequestType): type is 'object-marketing' | 'withdraw-consent' =>
  type === 'object-marketing' || type === 'withdraw-consent';

/**
 * What is due of a request by which day, and why that day. Rights are answered in a month, which may be extended;
 * advertising and use on consent stop at once; a complaint is acknowledged. After its end no clock runs.
 * @param policy in force on the day of receipt
 * @param today YYYY-MM-DD
 */
export function requestClock(times: RequestTimes, policy: PolicyInForce, today: string): RequestClock {
  const duties: RequestDuty[] = [];
  let extendBy: string | null = null;
  if (isStopped(times.type)) {
    const { value, row } = policy.ruling('request-at-once', times.type)!;
    const limit = { months: 0, days: value, source: row.source };
    duties.push(dutyOf('stop', times, fromReceipt(times), limit, times.stoppedOn));
  }
  if (times.type === 'complaint') {
    const { value, row } = policy.ruling('complaint-acknowledged', countryOf(times.calendar))!;
    const limit = { months: 0, days: value, source: row.source };
    const done = times.acknowledgedOn ?? times.answeredOn;
    duties.push(dutyOf('acknowledge', times, fromReceipt(times), limit, done));
  } else if (times.type !== 'withdraw-consent') {
    const answer = answerDuty(times, policy, today);
    duties.push(answer.duty);
    ({ extendBy } = answer);
  }
  const open = duties.filter(({ doneOn }) => doneOn === null && times.answeredOn === null);
  const next = open.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0] ?? null;
  return { duties, next, extendBy };
}
