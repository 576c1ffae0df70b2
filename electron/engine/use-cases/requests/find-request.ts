import { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '#shared/contract/requests.ts';
import type { SubjectFound } from '#shared/contract/subjects.ts';
import type { RequestRecipient, RequestRecord } from '#shared/cases/request.ts';
import { isToldOn } from '#shared/cases/request-stages.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { findSubject } from '../subjects/find-subject.ts';
import { handedOver } from '../subjects/handed-over.ts';
import { enterRequest } from './enter-request.ts';
import { openRequestOf } from './request-records.ts';

/** Whom the release log knows to have the person in a file; what was entered of them before stays. */
function recipientsOf(
  workspace: Workspace,
  { type, recipients }: RequestRecord,
  found: SubjectFound,
): RequestRecipient[] {
  if (!isToldOn(type)) return [];
  const before = new Map(recipients.map((one) => [one.releaseId, one]));
  return handedOver(workspace, found).map(({ releaseId, fileName, recipient, writtenAt, holds }) => {
    const { toldOn = null, notTold = '' } = before.get(releaseId) ?? {};
    return { releaseId, fileName, recipient, writtenAt, holds, toldOn, notTold };
  });
}

/**
 * Looks for the person of a request everywhere, and keeps where they were found, what was looked through, and what was
 * not: also where they are nowhere.
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where it is answered, WRONG_USAGE where nothing names them
 */
export async function findForRequest(state: EngineSession, job: JobContext, named: string): Promise<RequestView> {
  const workspace = state.requireWorkspace();
  const { id, request } = openRequestOf(state, named);
  if (request.identifiers.length === 0) throw new Failure('WRONG_USAGE', text.noIdentifiers);
  const found = await findSubject(state, job, { values: request.identifiers });
  job.commit();
  const { hits, searched, notSearched, registerEntry } = found;
  const search = {
    on: state.today(),
    values: request.identifiers.length,
    hits,
    searched,
    notSearched,
    registerEntry,
    onePerson: '',
  };
  const recipients = recipientsOf(workspace, request, found);
  const says = {
    stage: 'find' as const,
    places: hits.length,
    rows: hits.reduce((sum, { rows }) => sum + rows, 0),
    notSearched: notSearched.length,
  };
  // What was decided of places that were found before is decided anew.
  const after = { ...request, search, recipients, decision: null };
  return enterRequest(state, { id, request: after }, { kind: 'request.stage', says });
}
