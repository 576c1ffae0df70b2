import type { RequestSummary, RequestView } from '#shared/contract/requests.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requestCases, requestToday, requireRequest } from './request-records.ts';
import { summaryOf, viewOf } from './request-view.ts';

const never = '9999-12-31';

/** By two texts; of the same, as they came in: `R-2` before `R-10`. */
const inOrder = (a: string, b: string, one: RequestSummary, other: RequestSummary): number =>
  a === b ? one.ref.localeCompare(other.ref, 'en', { numeric: true }) : a < b ? -1 : 1;

/** Answered ones last, the newest of them first; the others by what is due first. */
const byDue = (a: RequestSummary, b: RequestSummary): number => {
  if ((a.answeredOn === null) !== (b.answeredOn === null)) return a.answeredOn === null ? -1 : 1;
  if (a.answeredOn !== null && b.answeredOn !== null) return inOrder(b.answeredOn, a.answeredOn, a, b);
  return inOrder(a.next?.due ?? never, b.next?.due ?? never, a, b);
};

/** All requests of the workspace, the nearest due date first. Nothing in the list says whose they are. */
export function listRequests(state: EngineSession): { requests: RequestSummary[]; unreadable: string[] } {
  const workspace = state.requireWorkspace();
  const today = requestToday(state, workspace);
  const { records, unreadable } = requestCases(workspace).list();
  const requests = records.map(({ id, record }) => summaryOf(state, { id, request: record }, today));
  return { requests: requests.toSorted(byDue), unreadable };
}

/** @throws Failure RECORD_UNKNOWN */
export function getRequest(state: EngineSession, id: string): RequestView {
  const workspace = state.requireWorkspace();
  return viewOf(state, requireRequest(workspace, id), requestToday(state, workspace));
}
