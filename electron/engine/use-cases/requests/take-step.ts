import { Failure } from '#shared/contract/failure.ts';
import type { RequestAct } from '#shared/contract/requests.ts';
import { noDeed, type RequestRecord } from '#shared/cases/request.ts';
import { mostRows } from '#shared/domain/wide-search.ts';
import { endsUse, isTooWide, openBeforeAnswer, stagesOf } from '#shared/cases/request-stages.ts';
import type { RequestStage } from '#shared/domain/request.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import { decideRequest } from './decide-request.ts';
import type { TakenStep } from './enter-request.ts';

/** A request after a step, and what the log is told of it. */
export interface AfterStep {
  request: RequestRecord;
  step: TakenStep;
}

interface StepContext {
  /** YYYY-MM-DD. */
  today: string;
  /** By when an extension has to be told; null where none is possible. */
  extendBy: string | null;
}

type ActOf<Name extends RequestAct['act']> = Extract<RequestAct, { act: Name }>;

const refuse = (sentence: string): Failure => new Failure('WRONG_USAGE', sentence);

const stage = (of: RequestStage, more: object = {}): TakenStep => ({
  kind: 'request.stage',
  says: { stage: of, ...more },
});

/** @throws Failure WRONG_USAGE for a day to come, or before the request came in */
function requireDay(day: string, { receivedOn }: RequestRecord, { today }: StepContext): void {
  if (day > today) throw refuse(text.future(day, today));
  if (day < receivedOn) throw refuse(text.beforeReceipt(day, receivedOn));
}

/** Ends the open question of a kind; nothing where there is none. */
function answered(
  request: RequestRecord,
  why: 'identity' | 'clarification' | 'fee',
  on: string,
): RequestRecord['waits'] {
  return request.waits.map((wait) => {
    if (wait.why !== why || wait.answeredOn !== null) return wait;
    if (on < wait.askedOn) throw refuse(text.beforeAsked(on, wait.askedOn));
    return { ...wait, answeredOn: on };
  });
}

const isAsked = ({ waits }: RequestRecord, of: string): boolean =>
  waits.some(({ why, answeredOn }) => why === of && answeredOn === null);

function identified(request: RequestRecord, { needed, how, on }: ActOf<'identified'>): AfterStep {
  const waits = answered(request, 'identity', on);
  const identity = { state: needed ? ('shown' as const) : ('not-needed' as const), method: how, on };
  const step: TakenStep = isAsked(request, 'identity')
    ? { kind: 'request.paused', says: { why: 'identity', on, isOver: true } }
    : stage('identity');
  return { request: { ...request, waits, identity }, step };
}

function ask(request: RequestRecord, { why, detail, on }: ActOf<'ask'>): AfterStep {
  if (isAsked(request, why)) throw refuse(text.alreadyAsked);
  if (detail === '') throw refuse(text.needsReason);
  const waits = [...request.waits, { why, askedOn: on, answeredOn: null, detail }];
  const identity = why === 'identity' ? { state: 'asked' as const, method: detail, on } : request.identity;
  return {
    request: { ...request, waits, identity },
    step: { kind: 'request.paused', says: { why, on, isOver: false } },
  };
}

function answeredWait(request: RequestRecord, { why, on }: ActOf<'answered'>): AfterStep {
  if (!isAsked(request, why)) throw refuse(text.notAsked);
  return {
    request: { ...request, waits: answered(request, why, on) },
    step: { kind: 'request.paused', says: { why, on, isOver: true } },
  };
}

function extend(request: RequestRecord, { reason, on }: ActOf<'extend'>, { extendBy }: StepContext): AfterStep {
  if (request.extension !== null) throw refuse(text.extendedBefore);
  if (extendBy === null) throw refuse(text.noSuchTime(request.ref));
  if (on > extendBy) throw refuse(text.tooLateToExtend(on, extendBy));
  return {
    request: { ...request, extension: { reason, toldOn: on } },
    step: { kind: 'request.extended', toldOn: on },
  };
}

function onePerson(request: RequestRecord, { reason }: ActOf<'one-person'>): AfterStep {
  const { search } = request;
  if (search === null || !isTooWide(search)) throw refuse(text.notWide);
  return { request: { ...request, search: { ...search, onePerson: reason } }, step: stage('find') };
}

/** @throws Failure RECORD_INVALID where it is not decided yet, or refused */
export function requireGranted({ ref, decision }: RequestRecord): void {
  if (decision === null) throw new Failure('RECORD_INVALID', text.stageFirst('decide'));
  if (decision.outcome === 'refused') throw new Failure('RECORD_INVALID', text.refused(ref));
}

function stop(request: RequestRecord, { note, on }: ActOf<'stop'>): AfterStep {
  if (!endsUse(request.type)) throw refuse(text.notStopped(request.ref));
  return {
    request: { ...request, deeds: [...request.deeds, { ...noDeed, what: 'stopped', note, on }] },
    step: stage('do'),
  };
}

function doneByHand(request: RequestRecord, { note, on }: ActOf<'by-hand'>): AfterStep {
  requireGranted(request);
  return {
    request: { ...request, deeds: [...request.deeds, { ...noDeed, what: 'by-hand', note, on }] },
    step: stage('do'),
  };
}

function tell(request: RequestRecord, { releaseId, on, notTold }: ActOf<'tell'>): AfterStep {
  if (!request.recipients.some((one) => one.releaseId === releaseId)) throw refuse(text.noRecipient);
  if ((on === null) === (notTold === '')) throw refuse(text.toldOrWhy);
  const recipients = request.recipients.map((one) =>
    one.releaseId === releaseId ? { ...one, toldOn: on, notTold } : one,
  );
  const told = recipients.filter((one) => one.toldOn !== null).length;
  return { request: { ...request, recipients }, step: stage('tell', { told, toTell: recipients.length }) };
}

function answer(request: RequestRecord, { on, how, remediesTold }: ActOf<'answer'>): AfterStep {
  const [missing] = openBeforeAnswer(request);
  if (missing !== undefined) {
    const untold = request.recipients.filter(({ toldOn, notTold }) => toldOn === null && notTold === '').length;
    throw new Failure('RECORD_INVALID', missing === 'tell' ? text.untold(untold) : text.stageFirst(missing));
  }
  if (request.decision?.outcome !== 'granted' && !remediesTold) throw refuse(text.remedies);
  return { request: { ...request, answer: { on, how, remediesTold } }, step: { kind: 'request.answered' } };
}

/**
 * A step of a request, as a person took it. Days are those on which it happened.
 * @param request one that is not answered
 * @throws Failure RECORD_INVALID where another stage comes first; WRONG_USAGE
 */
export function takeStep(request: RequestRecord, act: RequestAct, context: StepContext): AfterStep {
  if ('on' in act && act.on !== null) requireDay(act.on, request, context);
  switch (act.act) {
    case 'identified':
      return identified(request, act);
    case 'ask':
      return ask(request, act);
    case 'answered':
      return answeredWait(request, act);
    case 'identifiers':
      return { request: { ...request, identifiers: [...new Set(act.values)], search: null }, step: stage('find') };
    case 'one-person':
      return onePerson(request, act);
    case 'extend':
      return extend(request, act, context);
    case 'acknowledge':
      return { request: { ...request, acknowledgedOn: act.on }, step: stage('answer') };
    case 'decide':
      return { request: decideRequest(request, act, context.today), step: stage('decide', { outcome: act.outcome }) };
    case 'stop':
      return stop(request, act);
    case 'by-hand':
      return doneByHand(request, act);
    case 'tell':
      return tell(request, act);
    case 'answer':
      return answer(request, act);
  }
}

/** @throws Failure RECORD_INVALID where the person is not known, WRONG_USAGE where the search is too wide to act on */
export function requireFound(request: RequestRecord): void {
  if (stagesOf(request).identity !== 'done') throw new Failure('RECORD_INVALID', text.stageFirst('identity'));
  if (request.search === null) throw new Failure('RECORD_INVALID', text.stageFirst('find'));
  if (isTooWide(request.search)) throw refuse(text.tooWide(mostRows(request.search)));
}
