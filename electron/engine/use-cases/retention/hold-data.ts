import { Failure } from '#shared/contract/failure.ts';
import type { RetentionHoldView } from '#shared/contract/retention.ts';
import { isDay } from '#shared/domain/day-span.ts';
import type { RetentionRuleId } from '#shared/domain/retention.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { retentionText as text } from '#shared/text/engine/retention.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { soughtOf } from '../subjects/sought.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requiredReason } from '../required-reason.ts';
import { heldKind, heldPeople } from './held-people.ts';
import { holdView } from './rule-views.ts';

interface Asked {
  datasetId: string | null;
  rule: RetentionRuleId | null;
  citation: string;
  until: string;
  people?: readonly string[] | undefined;
  reason: string;
}

/** Values by which people are held, without what says nothing. @throws Failure WRONG_USAGE for one too short to name anybody */
function valuesOf(people: readonly string[]): string[] {
  const values = [...new Set(people.map((value) => value.trim()).filter((value) => value !== ''))];
  if (values.length === 0) throw new Failure('WRONG_USAGE', text.noPeople);
  for (const value of values) soughtOf(value);
  return values;
}

/**
 * Keeps data from every run until a day, whatever rules say: everything of a dataset, or the rows of single people, whom
 * values name that are sealed.
 * @throws Failure WRONG_USAGE where its last day is over or no law is named, DATASET_UNKNOWN, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY
 */
export function holdData(state: EngineSession, asked: Asked): RetentionHoldView {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'retention.hold-set');
  const { datasetId, rule, until } = asked;
  const today = state.today();
  if (!isDay(until)) throw new Failure('WRONG_USAGE', text.noDay(until));
  if (until < today) throw new Failure('WRONG_USAGE', text.holdOver(until, today));
  const citation = requiredReason(asked.citation, text.citation);
  const reason = requiredReason(asked.reason, text.reasonToHold);
  if (datasetId !== null) state.datasetRecord(datasetId);
  const by = workspace.summary().operator || engineText.nobodyNamed;
  const values = asked.people === undefined ? null : valuesOf(asked.people);
  const said = { datasetId, rule, citation, until, ...(values === null ? {} : { identifiers: values.length }), reason };
  const hold = { id: state.newId(), ...said, by, at: state.now() };
  workspace.transaction(() => {
    workspace.catalog.retention.hold(hold);
    const { id: holdId, at } = hold;
    if (values !== null) heldPeople(workspace).save(holdId, { values });
    const sealed =
      values === null ? {} : { recordSha256: workspace.catalog.held.hashOf('case_record', heldKind, holdId) };
    const payload = { holdId, ...said, ...sealed, at };
    workspace.register.append({ kind: 'retention.hold-set', subjectRef: holdId, payload });
  });
  return holdView(workspace, hold, today);
}

/** Lets go of held data before the hold's last day. @throws Failure WRONG_USAGE, ROLE_REFUSED, WORKSPACE_READ_ONLY */
export function liftHold(state: EngineSession, asked: { holdId: string; reason: string }): { registerEntry: number } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'retention.hold-lifted');
  const { holdId } = asked;
  const hold = workspace.catalog.retention.holds().find(({ id }) => id === holdId);
  if (hold === undefined) throw new Failure('WRONG_USAGE', text.noHold(holdId));
  const { citation, until } = hold;
  const reason = requiredReason(asked.reason, text.reasonToLift(citation));
  return workspace.transaction(() => {
    workspace.catalog.retention.lift(holdId);
    if (hold.identifiers !== undefined) heldPeople(workspace).delete(holdId);
    const payload = { holdId, citation, until, reason };
    const { seq } = workspace.register.append({ kind: 'retention.hold-lifted', subjectRef: holdId, payload });
    return { registerEntry: seq };
  });
}
