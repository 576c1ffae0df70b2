import { Failure } from '#shared/contract/failure.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requestCases, requestToday, requireRequest } from './request-records.ts';
import { keepUntilOf } from './request-view.ts';

/**
 * Erases the record of a request: what is left of it is the log's, which knows nobody. Before the end of its own
 * retention only with a reason.
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where it is not answered, WRONG_USAGE without a reason
 */
export function deleteRequest(state: EngineSession, asked: { id: string; reason: string }): { registerEntry: number } {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'request.deleted');
  const { id, request } = requireRequest(workspace, asked.id);
  const { ref, type } = request;
  const until = keepUntilOf(state, request);
  if (until === null) throw new Failure('RECORD_INVALID', text.notClosed(ref));
  const isOver = requestToday(state, workspace) >= until;
  if (!isOver && asked.reason === '') throw new Failure('WRONG_USAGE', text.kept(ref, until));
  const { seq } = workspace.transaction(() => {
    requestCases(workspace).delete(id);
    const payload = { ref, type, reason: isOver ? '' : asked.reason };
    return workspace.register.append({ kind: 'request.deleted', subjectRef: id, payload });
  });
  return { registerEntry: seq };
}
