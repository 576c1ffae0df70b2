import { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '#shared/contract/requests.ts';
import { noDeed, type RequestDeed } from '#shared/cases/request.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { suppressSubject } from '../suppression/suppress-subject.ts';
import { enterRequest } from './enter-request.ts';
import { openRequestOf } from './request-records.ts';

/**
 * Keeps an objection for good: keyed hashes of what names the person go on the suppression list, by which later imports
 * and releases know them.
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where it is answered, WRONG_USAGE where nothing names them
 */
export async function suppressForRequest(state: EngineSession, named: string): Promise<RequestView> {
  const { id, request } = openRequestOf(state, named);
  if (request.identifiers.length === 0) throw new Failure('WRONG_USAGE', text.noIdentifiers);
  const { registerEntry } = await suppressSubject(state, {
    values: request.identifiers,
    reason: text.forRequest(request.ref),
  });
  const deed: RequestDeed = { ...noDeed, what: 'suppressed', on: state.today(), registerEntry };
  const after = { ...request, deeds: [...request.deeds, deed] };
  return enterRequest(state, { id, request: after }, { kind: 'request.stage', says: { stage: 'do' } });
}
