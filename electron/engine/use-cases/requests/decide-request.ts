import { Failure } from '#shared/contract/failure.ts';
import type { RequestAct } from '#shared/contract/requests.ts';
import type { RequestRecord } from '#shared/cases/request.ts';
import { groundsFor } from '#shared/domain/request.ts';
import { mostRows } from '#shared/domain/wide-search.ts';
import { isTooWide, stagesOf } from '#shared/cases/request-stages.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';

const refuse = (sentence: string): Failure => new Failure('WRONG_USAGE', sentence);

/** What is granted needs to know who asks and what there is; what is refused does not. */
function requireKnown(request: RequestRecord): void {
  const states = stagesOf(request);
  if (states.identity === 'open') throw new Failure('RECORD_INVALID', text.stageFirst('identity'));
  if (states.find !== 'open') return;
  if (request.search !== null && isTooWide(request.search)) throw refuse(text.tooWide(mostRows(request.search)));
  throw new Failure('RECORD_INVALID', text.stageFirst('find'));
}

/**
 * The request with what was decided, in place of what was decided before.
 * @param today YYYY-MM-DD
 * @throws Failure RECORD_INVALID where another stage comes first; WRONG_USAGE where ground or reason is missing, or the
 * ground is one of another right
 */
export function decideRequest(
  request: RequestRecord,
  { outcome, ground, reason, kept }: Extract<RequestAct, { act: 'decide' }>,
  today: string,
): RequestRecord {
  if (outcome === 'granted') {
    if (ground !== null) throw refuse(text.noGround);
    if (kept.length > 0) throw refuse(text.nothingKept);
  } else {
    if (ground === null) throw refuse(text.needsGround);
    const own = groundsFor(request.type);
    if (!own.includes(ground)) throw refuse(text.wrongGround(request, ground, own));
    if (reason === '') throw refuse(text.needsReason);
  }
  if (outcome !== 'refused') requireKnown(request);
  const places = request.search?.hits.length ?? 0;
  const beyond = kept.find(({ hit }) => hit >= places);
  if (beyond !== undefined) throw refuse(text.noSuchHit(beyond.hit));
  return { ...request, decision: { outcome, ground, reason, kept, on: today } };
}
