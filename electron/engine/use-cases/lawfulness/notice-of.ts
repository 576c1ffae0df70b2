import { Failure } from '#shared/contract/failure.ts';
import type { GeneratedNotice, KeptNotice } from '#shared/contract/lawfulness.ts';
import { heldRecord } from '#shared/register/held-records.ts';
import { declaredPurposes } from '#shared/register/declared-uses.ts';
import { noticeFacts } from '#shared/register/notice/notice-facts.ts';
import { valueOf } from '#shared/register/answer.ts';
import { recordsOf, type RecordVersion, type RegisterSnapshot } from '#shared/register/register-snapshot.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import { noticeText } from '#shared/text/register/notice-text.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';
import { operatorOf } from '../records/store-draft.ts';
import { editRecord, saying } from './edit-record.ts';

/** A purpose of the register by its id, its reference, or the purpose of the program or workspace that it is about. */
function purposeCalled(state: EngineSession, snapshot: RegisterSnapshot, word: string): string {
  const byRef = snapshot.records.find(({ kind, ref }) => kind === 'purpose' && ref === word.toUpperCase());
  const preset = state.findPurpose(word)?.id;
  const found =
    heldRecord(snapshot, 'purpose', word)?.id ??
    byRef?.id ??
    (preset === undefined ? undefined : declaredPurposes(snapshot, preset)[0]?.id);
  if (found === undefined) throw new Failure('WRONG_USAGE', lawfulnessText.purposeNotDeclared(word));
  return found;
}

/** Notices about a purpose that somebody keeps, the newest first. */
const keptNotices = (snapshot: RegisterSnapshot, purpose: string): KeptNotice[] =>
  recordsOf(snapshot, 'notice')
    .filter(({ body }) => valueOf(body.purpose) === purpose)
    .map(({ id, ref, version, state, body, savedAt, savedBy }) => ({
      id,
      ref,
      version,
      state,
      savedAt,
      savedBy,
      text: valueOf(body.text) ?? '',
      validFrom: valueOf(body.validFrom) ?? null,
      validTo: valueOf(body.validTo) ?? null,
    }))
    .toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));

/**
 * What people would be told of a purpose, written from the register as it is now.
 * @throws Failure WRONG_USAGE where the register does not declare the purpose
 */
export function noticeOf(state: EngineSession, { purpose }: { purpose: string }): GeneratedNotice {
  const snapshot = registerSnapshot(state.requireWorkspace());
  const facts = noticeFacts(snapshot, purposeCalled(state, snapshot, purpose))!;
  return {
    purpose: facts.purpose,
    text: noticeText.whole(facts),
    missing: facts.facts.flatMap((fact) =>
      fact.state === 'missing'
        ? [{ element: fact.element, what: noticeText.element(fact.element), place: fact.place }]
        : [],
    ),
    recipients: facts.recipients,
    kept: keptNotices(snapshot, facts.purpose.id),
  };
}

/**
 * Keeps a notice as a record that the operator who works now answers for; what it lacks is kept with it. A text that was
 * edited is that person's.
 * @param input `text`: what the person read and takes over; absent: as it is generated. `record`: the notice that this
 *   is the next version of; absent: a new one
 */
export function takeOverNotice(
  state: EngineSession,
  input: {
    purpose: string;
    text?: string | undefined;
    validFrom: string;
    toldWhere?: string | undefined;
    record?: string | undefined;
  },
): RecordVersion<'notice'> {
  const { purpose, text, missing, recipients } = noticeOf(state, input);
  const { one, more } = saying(state);
  return editRecord(state, { kind: 'notice', id: input.record ?? null }, () => ({
    title: one(lawfulnessText.noticeAbout(purpose.title)),
    purpose: one(purpose.id),
    text: one(input.text ?? text),
    ...(missing.length === 0 ? {} : { missing: more(undefined, ...missing.map(({ element }) => element)) }),
    ...(recipients.length === 0 ? {} : { recipients: more(undefined, ...recipients) }),
    takenOverBy: one(operatorOf(state.requireWorkspace())),
    validFrom: one(input.validFrom),
    ...(input.toldWhere === undefined ? {} : { toldWhere: one(input.toldWhere) }),
  }));
}
