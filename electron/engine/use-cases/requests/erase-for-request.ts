import { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '#shared/contract/requests.ts';
import type { KeepConsent, KeepOnErasure } from '#shared/contract/subjects.ts';
import { keepingGrounds } from '#shared/domain/request.ts';
import { noDeed, type RequestDeed, type RequestRecord } from '#shared/cases/request.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { eraseSubject } from '../subjects/erase/erase-subject.ts';
import { enterRequest } from './enter-request.ts';
import { openRequestOf } from './request-records.ts';
import { requireFound, requireGranted } from './take-step.ts';

/**
 * What was decided to stay, by dataset: all columns that any of its places keeps, or the records whole; and what the
 * consent ledger has.
 * @throws Failure WRONG_USAGE where the ground keeps nothing from erasure, or something else is kept
 */
function keptOf({ decision, search }: RequestRecord): { keep: KeepOnErasure[]; keepConsent?: KeepConsent } {
  if (decision === null || decision.kept.length === 0) return { keep: [] };
  const ground = keepingGrounds.find((one) => one === decision.ground);
  if (ground === undefined) throw new Failure('WRONG_USAGE', text.keepsNothing);
  const keeps = new Map<string, KeepOnErasure>();
  let keepConsent: KeepConsent | undefined;
  for (const { hit, reason, columns = [] } of decision.kept) {
    const found = search?.hits[hit];
    if (found?.place === 'consent-ledger') {
      keepConsent = { ground, reason };
      continue;
    }
    if (found?.place !== 'dataset') throw new Failure('WRONG_USAGE', text.keptByHand(found?.dataset ?? ''));
    const before = keeps.get(found.id);
    const whole = columns.length === 0 || before?.columns.length === 0;
    keeps.set(found.id, {
      datasetId: found.id,
      columns: whole ? [] : [...new Set([...(before?.columns ?? []), ...columns])],
      ground,
      reason: [...new Set([...(before === undefined ? [] : [before.reason]), reason])].join('; '),
    });
  }
  return { keep: [...keeps.values()], ...(keepConsent === undefined ? {} : { keepConsent }) };
}

/**
 * Takes the person of a request out of everything that the workspace holds, but for what was decided to stay, and keeps
 * what remains and why. The record
 * of the request stays, under seal, as proof until its own time ends.
 * @param asked `suppress`: keyed hashes of what names them are kept, by which later imports know them
 * @throws Failure RECORD_UNKNOWN, RECORD_INVALID where another stage comes first, WRONG_USAGE where something is kept that
 *   cannot be here
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
  const { datasets, left, remains, registerEntry } = await eraseSubject(state, job, {
    values: request.identifiers,
    reason: text.forRequest(request.ref),
    by: [],
    dryRun: false,
    suppress: asked.suppress,
    ...keptOf(request),
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
