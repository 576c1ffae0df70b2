import type { Purpose } from '#shared/domain/purpose.ts';
import { declaredPurposes } from '#shared/register/declared-uses.ts';
import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { editRecord, saying } from './edit-record.ts';

export interface PurposeWords {
  basis?: LawfulBasis | undefined;
  justification?: string | undefined;
}

/** What is said of a purpose's record, kept where anything is. @returns id of the record */
export function sayOfPurpose(state: EngineSession, id: string, words: PurposeWords): string {
  const said = answersOf(state, words);
  if (Object.keys(said).length > 0) editRecord(state, { kind: 'purpose', id }, (body) => ({ ...body, ...said }));
  return id;
}

function answersOf(state: EngineSession, { basis, justification }: PurposeWords) {
  const { one } = saying(state);
  return {
    ...(basis === undefined ? {} : { basis: one(basis) }),
    ...(justification === undefined ? {} : { justification: one(justification) }),
  };
}

/**
 * The record of a purpose of the program or the workspace: the one that is there, edited where something is said of it,
 * else a new one with the purpose's own words. The lawful basis is never taken from the preset: a person chooses it.
 * @returns id of the record
 */
export function declarePurpose(state: EngineSession, purpose: Purpose, words: PurposeWords = {}): string {
  const [known] = declaredPurposes(registerSnapshot(state.requireWorkspace()), purpose.id);
  if (known !== undefined) return sayOfPurpose(state, known.id, words);
  const { one } = saying(state);
  return editRecord(state, { kind: 'purpose', id: null }, () => ({
    title: one(purpose.title),
    description: one(purpose.description),
    preset: one(purpose.id),
    targeting: one(purpose.targeting ? 'yes' : 'no'),
    ...(purpose.customerBenefit === '' ? {} : { benefit: one(purpose.customerBenefit) }),
    ...answersOf(state, words),
  })).id;
}
