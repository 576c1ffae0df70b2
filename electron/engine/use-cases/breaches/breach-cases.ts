import { breachBody, type BreachBody } from '#shared/cases/breach.ts';
import { breachClock, notificationDue, type BreachClock } from '#shared/cases/breach/clock.ts';
import { affectedBy } from '#shared/cases/breach/scope.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { EntryPayload, NewEntry } from '#shared/journal/entry-kinds/index.ts';
import { breachesText as text } from '#shared/text/engine/breaches.ts';
import { moment } from '#shared/text/numbers.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

export interface StoredBreach {
  id: string;
  body: BreachBody;
}

export const breachCases = (workspace: Workspace) => workspace.cases<BreachBody>('breach', breachBody);

/** All breaches that can be read, and the ids of those that cannot. */
export function storedBreaches(workspace: Workspace): { breaches: StoredBreach[]; unreadable: string[] } {
  const { records, unreadable } = breachCases(workspace).list();
  return { breaches: records.map(({ id, record: body }) => ({ id, body })), unreadable };
}

/** A breach by its id or its reference. @throws Failure WRONG_USAGE, FILE_DAMAGED */
export function storedBreach(workspace: Workspace, word: string): StoredBreach {
  const own = breachCases(workspace).get(word);
  if (own !== null) return { id: word, body: own };
  const found = storedBreaches(workspace).breaches.find(({ body }) => body.ref === word.toUpperCase());
  if (found === undefined) throw new Failure('WRONG_USAGE', text.unknown(word));
  return found;
}

/** Hours within which the authority is told of a breach that became known then, by the policy in force. */
export const hoursToTell = (state: EngineSession, awareAt: string): number =>
  state.policyOn(awareAt.slice(0, 10)).value('breach-notification', 'authority');

export const clockOf = (state: EngineSession, body: BreachBody): BreachClock =>
  breachClock(body, state.now(), hoursToTell(state, body.facts.awareAt));

/**
 * Hours are counted by this machine's clock: where it is behind what the register was last written at, nothing of a
 * breach is written. @throws Failure WRONG_USAGE
 */
export function requireClock(state: EngineSession, workspace: Workspace): void {
  const last = workspace.catalog.newestEntryAt();
  const now = state.now();
  if (last !== null && Date.parse(now) < Date.parse(last) - 60_000)
    throw new Failure('WRONG_USAGE', text.clockBack(moment(now), moment(last)));
}

type BreachKind = Exclude<Extract<NewEntry['kind'], `breach.${string}`>, 'breach.deleted' | 'breach.exported'>;
type Own<K extends BreachKind> = Omit<EntryPayload<K>, 'ref' | 'state' | 'recordSha256'>;

/** Seals a breach as it stands now, together with the entry that tells of it. @returns the entry's number */
export function saveBreach<K extends BreachKind>(
  workspace: Workspace,
  { id, body }: StoredBreach,
  entry: { kind: K; payload: Own<K> },
): number {
  return workspace.transaction(() => {
    breachCases(workspace).save(id, body);
    const recordSha256 = workspace.catalog.held.hashOf('case_record', 'breach', id);
    const payload = { ref: body.ref, state: body.state, recordSha256, ...entry.payload };
    return workspace.register.append({ kind: entry.kind, subjectRef: id, payload } as unknown as NewEntry<K>).seq;
  });
}

/** What an entry says of a breach that was stated anew. */
export function updatedPayload(state: EngineSession, { facts, scope }: BreachBody): Own<'breach.updated'> {
  const parts = scope?.parts ?? [];
  return {
    awareAt: facts.awareAt,
    dueAt: notificationDue(facts.awareAt, hoursToTell(state, facts.awareAt)),
    datasets: parts.filter(({ kind }) => kind === 'dataset').length,
    releases: parts.filter(({ kind }) => kind === 'release').length,
    people: scope === null ? null : affectedBy(parts).people.most,
  };
}
