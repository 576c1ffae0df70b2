import type { RequestAct, RequestView } from '#shared/contract/requests.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { enterRequest } from './enter-request.ts';
import { openRequestOf, requestToday } from './request-records.ts';
import { clockOf } from './request-view.ts';
import { takeStep } from './take-step.ts';

/**
 * Takes a step of a request, keeps it under seal, and enters it by counts and states.
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where another stage comes first or it is answered, WRONG_USAGE
 */
export function actOnRequest(state: EngineSession, { id: named, act }: { id: string; act: RequestAct }): RequestView {
  const workspace = state.requireWorkspace();
  const { id, request } = openRequestOf(state, named);
  const { extendBy } = clockOf(state, request, requestToday(state, workspace));
  const after = takeStep(request, act, { today: state.today(), extendBy });
  return enterRequest(state, { id, request: after.request }, after.step);
}
