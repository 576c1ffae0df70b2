import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { PurposeRecord } from '#shared/domain/purpose-record.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { valueOf, type Origin } from '#shared/register/answer.ts';
import { purposeTitle } from '#shared/register/declared-uses.ts';
import { recordOfPurpose } from '#shared/register/record-of-purpose.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { editedVersion } from '../records/store-draft.ts';
import { requireRecord } from '../records/stored-record.ts';
import { editRecord, saying } from './edit-record.ts';

export interface PurposeWords {
  basis?: LawfulBasis | undefined;
  justification?: string | undefined;
}

type PurposeBody = RecordBody<'purpose'>;

/** What a release proposes of a purpose: its own words. */
const proposedFields = ['title', 'description', 'preset', 'targeting'] as const;

/** The same with what only the log said of the purpose taken over by whoever declares it. */
function takenOver(body: PurposeBody, by: Origin): PurposeBody {
  const taken = proposedFields.flatMap((field) => {
    const answer = body[field];
    return answer?.origin.from === 'log'
      ? [[field, { ...answer, origin: { ...by, from: 'taken-over', entry: answer.origin.entry } }]]
      : [];
  });
  return { ...body, ...(Object.fromEntries(taken) as PurposeBody) };
}

/**
 * What is said of a purpose by whoever declares something to be for it, kept in its record where that is anything. What
 * a release had proposed there is theirs from then on: what nobody stands behind, nothing could be for.
 * @throws Failure RECORD_UNKNOWN
 */
export function sayOfPurpose(state: EngineSession, id: string, words: PurposeWords): PurposeRecord {
  const workspace = state.requireWorkspace();
  const record = requireRecord(workspace, 'purpose', id);
  const version = editedVersion(record) as RecordVersion<'purpose'> | null;
  const body = version?.body ?? {};
  const isProposed = version?.state !== 'approved' && body.preset?.origin.from === 'log';
  const { one } = saying(state);
  const purpose = isProposed ? state.findPurpose(valueOf(body.preset) ?? '') : null;
  const said = {
    ...(purpose === null || body.benefit !== undefined ? {} : ownBenefit(purpose, one)),
    ...answersOf(state, words),
  };
  if (isProposed || Object.keys(said).length > 0)
    editRecord(state, { kind: 'purpose', id }, (before) => ({
      ...(isProposed ? takenOver(before, one(null).origin) : before),
      ...said,
    }));
  const title = purposeTitle(registerSnapshot(workspace), id);
  return { id, ref: record.ref, title, was: isProposed ? 'proposed' : 'there' };
}

function answersOf(state: EngineSession, { basis, justification }: PurposeWords) {
  const { one } = saying(state);
  return {
    ...(basis === undefined ? {} : { basis: one(basis) }),
    ...(justification === undefined ? {} : { justification: one(justification) }),
  };
}

/** What customers get from a purpose of somebody's own; what the program suggests nobody has said by declaring a purpose. */
const ownBenefit = <T>({ preset, customerBenefit }: Purpose, one: (text: string) => T): { benefit?: T } =>
  preset || customerBenefit === '' ? {} : { benefit: one(customerBenefit) };

/**
 * The record of a purpose of the program or the workspace: the one that is there, edited where something is said of it,
 * else a new one with the purpose's own words. The lawful basis is never taken from the preset: a person chooses it.
 */
export function declarePurpose(state: EngineSession, purpose: Purpose, words: PurposeWords = {}): PurposeRecord {
  const known = recordOfPurpose(registerSnapshot(state.requireWorkspace()), purpose.id);
  if (known !== undefined) return sayOfPurpose(state, known.id, words);
  const { one } = saying(state);
  const { id, ref } = editRecord(state, { kind: 'purpose', id: null }, () => ({
    title: one(purpose.title),
    description: one(purpose.description),
    preset: one(purpose.id),
    targeting: one(purpose.targeting ? 'yes' : 'no'),
    ...ownBenefit(purpose, one),
    ...answersOf(state, words),
  }));
  return { id, ref, title: purpose.title, was: 'begun' };
}
