import type { BreachBody } from '#shared/cases/breach.ts';
import { notificationDue } from '#shared/cases/breach/clock.ts';
import { nextStates, whyNotClosed } from '#shared/cases/breach/states.ts';
import type { BreachChange } from '#shared/contract/breaches.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { EntryKind } from '#shared/journal/entry-kinds/index.ts';
import { breachesText as text } from '#shared/text/engine/breaches.ts';
import { moment } from '#shared/text/numbers.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { operatorOf } from '../records/store-draft.ts';
import { requireEnterable } from '../require-enterable.ts';
import {
  hoursToTell,
  requireClock,
  saveBreach,
  storedBreach,
  updatedPayload,
  type StoredBreach,
} from './breach-cases.ts';
import { checkedFacts, momentInUtc, requirePast } from './checked-facts.ts';

const wrong = (sentence: string): Failure => new Failure('WRONG_USAGE', sentence);

/** Who does it, and when. */
interface Doing {
  state: EngineSession;
  at: string;
  by: string;
}

type Change<K extends BreachChange['kind']> = Extract<BreachChange, { kind: K }>;

function decided(body: BreachBody, { decision }: Change<'decide'>, { at, by }: Doing): BreachBody {
  const { risk, authority, people } = decision;
  if (risk !== 'none' && !authority.tell) throw wrong(text.riskIsTold);
  if (people.tell && people.ground !== null) throw wrong(text.groundWithoutNeed);
  if (!people.tell && people.ground === null) throw wrong(text.needsGround);
  if (risk === 'high' && people.ground === 'no-high-risk') throw wrong(text.highIsTold);
  return { ...body, decision: { ...decision, at, by } };
}

/** Whoever was told cannot have been before anybody knew, nor later than now. */
function toldMoment(body: BreachBody, given: string, now: string, which: 'notified' | 'told'): string {
  const at = momentInUtc(given);
  requirePast(at, now, text.future[which]);
  if (Date.parse(at) < Date.parse(body.facts.awareAt))
    throw wrong(text.toldBeforeAware(moment(at), moment(body.facts.awareAt)));
  return at;
}

function isLate(state: EngineSession, { facts }: BreachBody, at: string): boolean {
  return Date.parse(at) > Date.parse(notificationDue(facts.awareAt, hoursToTell(state, facts.awareAt)));
}

function notified(body: BreachBody, change: Change<'notified'>, { state, at: now, by }: Doing): BreachBody {
  if (body.decision === null) throw wrong(text.undecided);
  const authority = change.authority.trim();
  if (authority === '') throw wrong(text.needsAuthority);
  const at = toldMoment(body, change.at, now, 'notified');
  const delayReason = change.delayReason.trim();
  if (isLate(state, body, at) && delayReason === '')
    throw wrong(text.needsDelay(hoursToTell(state, body.facts.awareAt)));
  return { ...body, notified: { at, by, authority, reference: change.reference, delayReason } };
}

function told(body: BreachBody, change: Change<'told'>, { at: now, by }: Doing): BreachBody {
  if (change.channel.trim() === '') throw wrong(text.needsChannel);
  const at = toldMoment(body, change.at, now, 'told');
  return { ...body, told: { at, by, channel: change.channel, people: change.people } };
}

function moved(body: BreachBody, { state: to }: Change<'state'>): BreachBody {
  const next = nextStates(body.state);
  if (!next.includes(to)) throw wrong(text.noWay(body.state, to, next));
  return { ...body, state: to };
}

function closed(body: BreachBody, { kind: _kind, ...said }: Change<'close'>, { at, by }: Doing): BreachBody {
  const open = whyNotClosed(body);
  if (open.length > 0) throw wrong(text.notClosed(body.ref, open));
  if (said.effects.trim() === '' || said.remedy.trim() === '') throw wrong(text.needsClosing);
  return { ...body, state: 'closed', closing: { at, by, ...said, stateBefore: body.state } };
}

/** What was said at its closing stays beside why it is open again. */
function reopened(body: BreachBody, { reason }: Change<'reopen'>, { at, by }: Doing): BreachBody {
  const { closing } = body;
  if (closing === null) throw wrong(text.notClosedYet(body.ref));
  if (reason.trim() === '') throw wrong(text.needsReopening);
  return {
    ...body,
    state: closing.stateBefore ?? 'concluded',
    closing: null,
    reopenings: [...body.reopenings, { at, by, reason, closing }],
  };
}

function changed(body: BreachBody, change: BreachChange, doing: Doing): BreachBody {
  switch (change.kind) {
    case 'facts':
      return { ...body, facts: checkedFacts({ ...body.facts, ...change.facts }, doing.at) };
    case 'state':
      return moved(body, change);
    case 'decide':
      return decided(body, change, doing);
    case 'notified':
      return notified(body, change, doing);
    case 'told':
      return told(body, change, doing);
    case 'phase':
      if (change.content.trim() === '') throw wrong(text.needsContent);
      return { ...body, phases: [...body.phases, { at: doing.at, by: doing.by, content: change.content }] };
    case 'close':
      return closed(body, change, doing);
    case 'reopen':
      return reopened(body, change, doing);
  }
}

const kinds = {
  facts: 'breach.updated',
  state: 'breach.updated',
  decide: 'breach.decided',
  notified: 'breach.notified',
  told: 'breach.told',
  phase: 'breach.phase',
  close: 'breach.closed',
  reopen: 'breach.reopened',
} as const satisfies Record<BreachChange['kind'], EntryKind>;

/** Seals what changed, with an entry that says so by states, moments and counts. @returns the entry's number */
function enter(state: EngineSession, breach: StoredBreach, kind: BreachChange['kind']): number {
  const workspace = state.requireWorkspace();
  const { decision, notified: to, told: people, phases } = breach.body;
  switch (kind) {
    case 'decide':
      return saveBreach(workspace, breach, {
        kind: kinds.decide,
        payload: {
          risk: decision!.risk,
          authority: decision!.authority.tell,
          people: decision!.people.tell,
          ground: decision!.people.ground,
        },
      });
    case 'notified':
      return saveBreach(workspace, breach, {
        kind: kinds.notified,
        payload: { at: to!.at, late: isLate(state, breach.body, to!.at) },
      });
    case 'told':
      return saveBreach(workspace, breach, { kind: kinds.told, payload: { at: people!.at, people: people!.people } });
    case 'phase':
      return saveBreach(workspace, breach, { kind: kinds.phase, payload: { phase: phases.length } });
    case 'close':
      return saveBreach(workspace, breach, {
        kind: kinds.close,
        payload: { authority: to !== null, people: people !== null },
      });
    case 'reopen':
      return saveBreach(workspace, breach, { kind: kinds.reopen, payload: { times: breach.body.reopenings.length } });
    default:
      return saveBreach(workspace, breach, { kind: kinds.facts, payload: updatedPayload(state, breach.body) });
  }
}

/**
 * States something of a breach: facts, how far it has come, the decision, who was told, further information, its end.
 * @throws Failure WRONG_USAGE with what does not fit; ROLE_REFUSED, WORKSPACE_READ_ONLY, FILE_DAMAGED
 */
export function changeBreach(
  state: EngineSession,
  { breach: word, change }: { breach: string; change: BreachChange },
): { id: string; ref: string; registerEntry: number } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, kinds[change.kind]);
  requireClock(state, workspace);
  const { id, body } = storedBreach(workspace, word);
  if (body.closing !== null && change.kind !== 'reopen') throw wrong(text.closed(body.ref));
  const after = changed(body, change, { state, at: state.now(), by: operatorOf(workspace) });
  return { id, ref: body.ref, registerEntry: enter(state, { id, body: after }, change.kind) };
}
