import { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '#shared/contract/requests.ts';
import { noDeed, type RequestDeed } from '#shared/cases/request.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { eraseSubject } from '../subjects/erase/erase-subject.ts';
import { enterRequest } from './enter-request.ts';
import { openRequestOf } from './request-records.ts';
import { requireFound, requireGranted } from './take-step.ts';

/**
 * Takes the person of a request out of everything that the workspace holds, and keeps what remains and why. The record
 * of the request stays, under seal, as proof until its own time ends.
 * @param asked `suppress`: keyed hashes of what names them are kept, by which later imports know them
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where another stage comes first, WRONG_USAGE where something is kept
 */
export async function eraseForRequest(
  state: EngineSession,
  job: JobContext,
  asked: { id: string; suppress: boolean },
): Promise<RequestView> {
  const { id, request } = openRequestOf(state, asked.id);
  if (request.type !== 'erase') throw new Failure('WRONG_USAGE', text.noErasure(request.ref));
  requireFound(request);
  requireGranted(request);
  // An erasure spares nothing: what is to be kept would go with the rest.
  if ((request.decision?.kept.length ?? 0) > 0) throw new Failure('WRONG_USAGE', text.keptByHand);
  const { datasets, left, remains, registerEntry } = await eraseSubject(state, job, {
    values: request.identifiers,
    reason: text.forRequest(request.ref),
    by: [],
    dryRun: false,
    suppress: asked.suppress,
  });
  const rows = datasets.reduce((sum, { rows: own }) => sum + own, 0);
  const deed: RequestDeed = {
    ...noDeed,
    what: 'erased',
    on: state.today(),
    rows,
    remains: [...left.map(({ dataset, column, why }) => ({ what: text.leftIn(dataset, column), why })), ...remains],
    registerEntry,
  };
  const says = { stage: 'do' as const, rows };
  return enterRequest(
    state,
    { id, request: { ...request, deeds: [...request.deeds, deed] } },
    { kind: 'request.stage', says },
  );
}
