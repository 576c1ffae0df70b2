import { Failure } from '#shared/contract/failure.ts';
import { requestRecord, type RequestRecord } from '#shared/cases/request.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import type { Cases } from '#engine/workspace/sealed-cases.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** Of the sealed records: it stays as it is. */
export const requestKind = 'request';

export const requestCases = (workspace: Workspace): Cases<RequestRecord> => workspace.cases(requestKind, requestRecord);

const kinds = [
  'request.opened',
  'request.stage',
  'request.extended',
  'request.paused',
  'request.answered',
  'request.deleted',
] as const;

/** The newest day on which requests were worked at, as the log has it; null where none ever was. */
const lastWorkedOn = (workspace: Workspace): string | null => {
  const last = workspace.catalog.entriesOf(...kinds).at(-1);
  return last === undefined ? null : last.ts.slice(0, 10);
};

/** The day that clocks count to: today, or the log's last one where this machine's clock is behind it. */
export function requestToday(state: EngineSession, workspace: Workspace): string {
  const [today, last] = [state.today(), lastWorkedOn(workspace)];
  return last !== null && last > today ? last : today;
}

/** Days by which a zone may be ahead of the log's: an entry of this evening may bear tomorrow's day. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** @throws Failure WRONG_USAGE where this machine's clock is more than a day behind what was entered last */
export function requireClock(state: EngineSession, workspace: Workspace): void {
  const [today, last] = [state.today(), lastWorkedOn(workspace)];
  if (last !== null && today < dayBefore(last)) throw new Failure('WRONG_USAGE', text.clockBack(today, last));
}

/** How many requests were ever entered, those included whose records are erased. */
export const requestsEver = (workspace: Workspace): number => workspace.catalog.entriesOf('request.opened').length;

/** By id or by what people call it, `R-14`. @throws Failure RECORD_UNKNOWN, FILE_DAMAGED, WORKSPACE_FROM_FUTURE */
export function requireRequest(workspace: Workspace, named: string): { id: string; request: RequestRecord } {
  const id =
    workspace.catalog
      .entriesOf('request.opened')
      .find(({ subjectRef, payload }) => subjectRef === named || payload.ref.toLowerCase() === named.toLowerCase())
      ?.subjectRef ?? named;
  const request = requestCases(workspace).get(id);
  if (request === null) throw new Failure('RECORD_UNKNOWN', text.unknown(named));
  return { id, request };
}

/**
 * A request that is to be worked at.
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where it is answered, WRONG_USAGE where the clock is set back,
 *   ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export function openRequestOf(state: EngineSession, named: string): { id: string; request: RequestRecord } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'request.stage');
  requireClock(state, workspace);
  const found = requireRequest(workspace, named);
  const { answer, ref } = found.request;
  if (answer !== null) throw new Failure('RECORD_INVALID', text.closed(ref, answer.on));
  return found;
}
