import type { PurposeRecord } from '#shared/domain/purpose-record.ts';
import { valueOf } from '#shared/register/answer.ts';
import { recordsOf, type RecordVersion } from '#shared/register/register-snapshot.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { declarePurpose, sayOfPurpose, type PurposeWords } from './declare-purpose.ts';

/** The record of the register that a word means by its id or reference. */
const recordCalled = (state: EngineSession, word: string): RecordVersion<'purpose'> | undefined =>
  recordsOf(registerSnapshot(state.requireWorkspace()), 'purpose').find(
    ({ id, ref }) => id === word || ref === word.toUpperCase(),
  );

/**
 * The record of the purpose that a word means: that of the register by its id or reference, or that of a purpose of the
 * program or workspace by its id, code or slug, which is declared where it is not yet. What is said of it is kept.
 * @throws Failure WRONG_USAGE where there is no such purpose
 */
export function purposeDeclared(state: EngineSession, word: string, words: PurposeWords = {}): PurposeRecord {
  const known = recordCalled(state, word)?.id;
  return known === undefined ? declarePurpose(state, state.purpose(word), words) : sayOfPurpose(state, known, words);
}

/**
 * The id that recipes and the log name a purpose by; of a record about none that recipes know its own.
 * @throws Failure WRONG_USAGE where there is no such purpose
 */
export function purposeIdMeant(state: EngineSession, word: string): string {
  const record = recordCalled(state, word);
  if (record === undefined) return state.purpose(word).id;
  const preset = valueOf(record.body.preset);
  return (preset === undefined ? undefined : state.findPurpose(preset)?.id) ?? record.id;
}
