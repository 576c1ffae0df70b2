import { randomUUID } from 'node:crypto';
import type { ListItem, Origin } from '#shared/register/answer.ts';
import type { Behind } from '#shared/register/impact/impact-view.ts';
import type { RecordBody } from '#shared/register/record-kinds/index.ts';
import type { ScreeningProposal } from '#shared/register/impact/screen.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { endSittings } from '#engine/session/end-sittings.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { operatorOf, storeDraft } from '../records/store-draft.ts';
import { requireReadableKinds } from '../lawfulness/require-readable-kinds.ts';
import { templateOf } from './impact-of.ts';

/** What an answer has its origin in: the newest entry behind it; without one, whoever begins the record. */
function originOf(proofs: readonly Behind[], person: Origin): Origin {
  const entries = proofs.flatMap(({ entry }) => entry ?? []);
  return entries.length === 0 ? person : { from: 'log', entry: Math.max(...entries) };
}

function screeningBody({ cases, criteria }: ScreeningProposal, person: Origin): RecordBody<'screening'> {
  const item = <T>(value: T, proofs: readonly Behind[], isKnown: boolean): ListItem<T> => ({
    id: randomUUID(),
    value,
    // That a thing is not known is no statement of the log.
    origin: isKnown ? originOf(proofs, person) : person,
  });
  return {
    cases: {
      state: 'stated',
      items: cases.map((one) =>
        item(
          { case: one.id, answer: one.answer, evidence: impactText.evidence(one).slice(0, 500) },
          one.proofs,
          one.answer !== 'unknown',
        ),
      ),
    },
    criteria: {
      state: 'stated',
      items: criteria.map((one) =>
        item(
          { criterion: one.id, answer: one.answer, evidence: impactText.evidence(one).slice(0, 500) },
          one.proofs,
          one.answer !== 'unknown',
        ),
      ),
    },
  };
}

/**
 * Begins the screening or the assessment of an activity as a draft: what data show is stated with the entry that proves
 * it, what nobody knows stays unknown, and nothing is decided. One that is there already is given back as it is.
 * @throws Failure WRONG_USAGE where there is no such activity, WORKSPACE_FROM_FUTURE where a record that may be it
 *   cannot be read, ROLE_REFUSED
 */
export function beginAssessment(
  state: EngineSession,
  { activity: word, record }: { activity: string; record: 'screening' | 'assessment' },
): { id: string; ref: string } {
  requireReadableKinds(state, ['activity', 'screening', 'assessment']);
  const { activity, screening, records } = templateOf(state, { activity: word });
  const there = records[record];
  if (there !== null) return { id: there.id, ref: there.ref };
  const workspace = state.requireWorkspace();
  const person: Origin = { from: 'person', by: operatorOf(workspace), at: state.now() };
  const one = <T>(value: T) => ({ state: 'stated' as const, value, origin: person });
  const named = { name: one(impactText.called[record](activity.name).slice(0, 500)), activity: one(activity.id) };
  const screened = records.screening === null ? {} : { screening: one(records.screening.id) };
  const draft =
    record === 'screening'
      ? { kind: record, id: null, body: { ...named, ...screeningBody(screening, person) }, at: state.now() }
      : { kind: record, id: null, body: { ...named, ...screened }, at: state.now() };
  const { id, ref } = storeDraft(workspace, draft);
  endSittings(workspace, { kind: record, id }, { fromLog: false });
  return { id, ref };
}
