import type { RequestSummary, RequestView } from '#shared/contract/requests.ts';
import type { RequestRecord } from '#shared/cases/request.ts';
import { nextStage, stagesOf } from '#shared/cases/request-stages.ts';
import { addMonths, daysBetween } from '#shared/deadlines/days.ts';
import { requestClock, type RequestClock } from '#shared/deadlines/request-clock.ts';
import { refusalTerms } from '#shared/domain/justification-terms.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

/** Which policy holds on a day, and which holidays. */
type Rules = Pick<EngineSession, 'policyOn' | 'changedHolidays'>;

/** What is due of a request, by the policy in force when it came in. @param today YYYY-MM-DD */
export function clockOf(rules: Rules, request: RequestRecord, today: string): RequestClock {
  const { type, calendar, receivedOn, waits, extension, acknowledgedOn, deeds, answer } = request;
  const times = {
    type,
    calendar,
    changed: rules.changedHolidays(),
    receivedOn,
    waits,
    extensionToldOn: extension?.toldOn ?? null,
    acknowledgedOn,
    stoppedOn: deeds.find(({ what }) => what === 'stopped')?.on ?? null,
    answeredOn: answer?.on ?? null,
  };
  return requestClock(times, rules.policyOn(receivedOn), today);
}

/** The day from which a record is to be deleted: its own retention rule. Null before the answer. */
export const keepUntilOf = (rules: Rules, { answer }: RequestRecord): string | null =>
  answer === null ? null : addMonths(answer.on, rules.policyOn(answer.on).value('request-record-kept', '*'));

export const viewOf = (
  rules: Rules,
  { id, request }: { id: string; request: RequestRecord },
  today: string,
  registerEntry: number | null = null,
): RequestView => ({
  id,
  request,
  stages: stagesOf(request),
  clock: clockOf(rules, request, today),
  today,
  keepUntil: keepUntilOf(rules, request),
  groundTerm: request.decision?.ground ? refusalTerms[request.decision.ground] : null,
  registerEntry,
});

export function summaryOf(
  rules: Rules,
  { id, request }: { id: string; request: RequestRecord },
  today: string,
): RequestSummary {
  const { ref, type, receivedOn, waits, answer } = request;
  const { next } = clockOf(rules, request, today);
  return {
    id,
    ref,
    type,
    receivedOn,
    stage: nextStage(request),
    next,
    left: next === null ? null : daysBetween(today, next.due),
    waiting: answer === null && waits.some(({ answeredOn }) => answeredOn === null),
    answeredOn: answer?.on ?? null,
    keepUntil: keepUntilOf(rules, request),
  };
}
