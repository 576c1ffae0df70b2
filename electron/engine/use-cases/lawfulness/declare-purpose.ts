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

/**
 * The record of a purpose of the program or the workspace: the one that is there, edited where something is said of it,
 * else a new one with the purpose's own words. The lawful basis is never taken from the preset: a person chooses it.
 * @returns id of the record
 */
export function declarePurpose(state: EngineSession, purpose: Purpose, words: PurposeWords = {}): string {
  const [known] = declaredPurposes(registerSnapshot(state.requireWorkspace()), purpose.id);
  const { one } = saying(state);
  const said = {
    ...(words.basis === undefined ? {} : { basis: one(words.basis) }),
    ...(words.justification === undefined ? {} : { justification: one(words.justification) }),
  };
  if (known !== undefined && Object.keys(said).length === 0) return known.id;
  if (known !== undefined)
    return editRecord(state, { kind: 'purpose', id: known.id }, (body) => ({ ...body, ...said })).id;
  return editRecord(state, { kind: 'purpose', id: null }, () => ({
    title: one(purpose.title),
    description: one(purpose.description),
    preset: one(purpose.id),
    targeting: one(purpose.targeting ? 'yes' : 'no'),
    ...(purpose.customerBenefit === '' ? {} : { benefit: one(purpose.customerBenefit) }),
    ...said,
  })).id;
}
