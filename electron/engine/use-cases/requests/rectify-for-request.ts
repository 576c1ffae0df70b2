import { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '#shared/contract/requests.ts';
import { noDeed, type RequestDeed } from '#shared/cases/request.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { rectifySubject } from '../subjects/rectify-subject.ts';
import { enterRequest } from './enter-request.ts';
import { openRequestOf } from './request-records.ts';
import { requireFound, requireGranted } from './take-step.ts';

/** One column of one dataset; `from`: where the records differ, those that say this. */
export interface RectifyForRequest {
  id: string;
  datasetId: string;
  column: string;
  from?: string | undefined;
  to: string | null;
}

/**
 * Puts right what a dataset says of the person of a request, in every record of theirs. Neither value is kept with it.
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where another stage comes first, WRONG_USAGE, TARGET_MISSED,
 *   COLUMN_UNKNOWN
 */
export async function rectifyForRequest(
  state: EngineSession,
  job: JobContext,
  { id: named, ...asked }: RectifyForRequest,
): Promise<RequestView> {
  const { id, request } = openRequestOf(state, named);
  if (request.type !== 'rectify') throw new Failure('WRONG_USAGE', text.noRectification(request.ref));
  requireFound(request);
  requireGranted(request);
  const { dataset, column, cells, registerEntry } = await rectifySubject(state, job, {
    ...asked,
    values: request.identifiers,
    reason: text.forRequest(request.ref),
  });
  const note = text.leftIn(dataset, column);
  const deed: RequestDeed = { ...noDeed, what: 'rectified', on: state.today(), note, rows: cells, registerEntry };
  const says = { stage: 'do' as const, rows: cells };
  return enterRequest(
    state,
    { id, request: { ...request, deeds: [...request.deeds, deed] } },
    { kind: 'request.stage', says },
  );
}
