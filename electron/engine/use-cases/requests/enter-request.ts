import type { RequestView } from '#shared/contract/requests.ts';
import type { RequestRecord } from '#shared/cases/request.ts';
import { stagesOf } from '#shared/cases/request-stages.ts';
import { daysBetween } from '#shared/deadlines/days.ts';
import type { EntryPayload, NewEntry } from '#shared/journal/entry-kinds/index.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requestCases, requestKind, requestToday } from './request-records.ts';
import { clockOf, keepUntilOf, viewOf } from './request-view.ts';

type StageSays = Omit<EntryPayload<'request.stage'>, 'ref' | 'isDone' | 'dueOn' | 'recordSha256'>;

/** A step that was taken, as far as the log may know it. */
export type TakenStep =
  | { kind: 'request.opened' }
  | { kind: 'request.stage'; says: StageSays }
  | { kind: 'request.extended'; toldOn: string }
  | { kind: 'request.paused'; says: Pick<EntryPayload<'request.paused'>, 'why' | 'on' | 'isOver'> }
  | { kind: 'request.answered' };

/** Days after the last day on which the answer was due. */
function lateBy(state: EngineSession, request: RequestRecord, today: string): number {
  const { duties } = clockOf(state, request, today);
  const late = duties.map(({ due, later, doneOn }) => daysBetween(later ?? due, doneOn ?? request.answer?.on ?? due));
  return Math.max(0, ...late);
}

function entryOf(
  state: EngineSession,
  { id, request }: { id: string; request: RequestRecord },
  step: TakenStep,
  { today, recordSha256 }: { today: string; recordSha256: string },
): NewEntry {
  const { ref, type, receivedOn, recipients, answer, decision } = request;
  const common = { ref, dueOn: clockOf(state, request, today).next?.due ?? null, recordSha256 };
  switch (step.kind) {
    case 'request.opened':
      return { kind: step.kind, subjectRef: id, payload: { ...common, type, receivedOn } };
    case 'request.stage': {
      const isDone = stagesOf(request)[step.says.stage] !== 'open';
      return { kind: step.kind, subjectRef: id, payload: { ...common, ...step.says, isDone } };
    }
    case 'request.extended':
      return { kind: step.kind, subjectRef: id, payload: { ...common, toldOn: step.toldOn } };
    case 'request.paused':
      return { kind: step.kind, subjectRef: id, payload: { ...common, ...step.says } };
    case 'request.answered':
      return {
        kind: step.kind,
        subjectRef: id,
        payload: {
          ref,
          outcome: decision?.outcome ?? 'granted',
          on: answer?.on ?? today,
          lateBy: lateBy(state, request, today),
          told: recipients.filter(({ toldOn }) => toldOn !== null).length,
          keepUntil: keepUntilOf(state, request) ?? today,
          recordSha256,
        },
      };
  }
}

/** Seals the record as it is after a step, with the entry that holds it by its hash. */
export function enterRequest(
  state: EngineSession,
  kept: { id: string; request: RequestRecord },
  step: TakenStep,
): RequestView {
  const workspace = state.requireWorkspace();
  const today = requestToday(state, workspace);
  const seq = workspace.transaction(() => {
    requestCases(workspace).save(kept.id, kept.request);
    const recordSha256 = workspace.catalog.held.hashOf('case_record', requestKind, kept.id);
    return workspace.register.append(entryOf(state, kept, step, { today, recordSha256 })).seq;
  });
  return viewOf(state, kept, today, seq);
}
