import { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '#shared/contract/requests.ts';
import { noDeed, type RequestDeed } from '#shared/cases/request.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { exportSubject } from '../subjects/export-subject.ts';
import { enterRequest } from './enter-request.ts';
import { openRequestOf } from './request-records.ts';
import { requireFound, requireGranted } from './take-step.ts';

/**
 * Writes the copy that answers a request for access or portability, and keeps its hash with the request.
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where another stage comes first, WRONG_USAGE, TARGET_MISSED where
 *   nothing is about them, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL
 */
export async function copyForRequest(
  state: EngineSession,
  job: JobContext,
  { id: named, grantId }: { id: string; grantId: string },
): Promise<RequestView> {
  const { id, request } = openRequestOf(state, named);
  if (request.type !== 'access' && request.type !== 'portability')
    throw new Failure('WRONG_USAGE', text.noCopy(request.ref));
  requireFound(request);
  requireGranted(request);
  const { fileName, sha256, rows, registerEntry, notSearched } = await exportSubject(state, job, {
    values: request.identifiers,
    grantId,
  });
  const deed: RequestDeed = { ...noDeed, what: 'copied', on: state.today(), rows, fileName, sha256, registerEntry };
  const says = { stage: 'do' as const, rows, notSearched: notSearched.length };
  const after = { ...request, deeds: [...request.deeds, deed] };
  return enterRequest(state, { id, request: after }, { kind: 'request.stage', says });
}
