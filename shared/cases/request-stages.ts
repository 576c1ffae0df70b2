import { isWide } from '#shared/domain/wide-search.ts';
import { requestStages, type RequestStage, type RequestType } from '#shared/domain/request.ts';
import type { RequestRecord, RequestSearch } from './request.ts';

/** `none`: the request has no such stage. */
export type StageState = 'done' | 'open' | 'none';

/** Whether the values name more than one person can be, and nobody has said that it is one. */
export const isTooWide = (found: RequestSearch): boolean => isWide(found) && found.onePerson === '';

/** What is done by ending a use, at once. */
export const endsUse = (type: RequestType): boolean => type === 'object-marketing' || type === 'withdraw-consent';

/** After which everybody who was given the data is told (GDPR Art. 17(2), 19; of objections and withdrawals likewise). */
export const isToldOn = (type: RequestType): boolean =>
  ['rectify', 'erase', 'restrict', 'object', 'object-marketing', 'withdraw-consent'].includes(type);

const isDone = {
  identity: ({ identity: { state } }) => state === 'not-needed' || state === 'shown',
  find: ({ search }) => search !== null && !isTooWide(search),
  decide: ({ decision }) => decision !== null,
  do: ({ type, deeds }) => (endsUse(type) ? deeds.some(({ what }) => what === 'stopped') : deeds.length > 0),
  tell: ({ recipients }) => recipients.every(({ toldOn, notTold }) => toldOn !== null || notTold !== ''),
  answer: ({ answer }) => answer !== null,
} satisfies Record<RequestStage, (request: RequestRecord) => boolean>;

function hasStage({ type, decision, recipients }: RequestRecord, stage: RequestStage): boolean {
  if (stage === 'find') return type !== 'complaint';
  if (decision?.outcome === 'refused') return stage !== 'do' && stage !== 'tell';
  return stage !== 'tell' || (isToldOn(type) && recipients.length > 0);
}

/** Where a request stands on its way. */
export const stagesOf = (request: RequestRecord): Record<RequestStage, StageState> =>
  Object.fromEntries(
    requestStages.map((stage) => [
      stage,
      hasStage(request, stage) ? (isDone[stage](request) ? 'done' : 'open') : 'none',
    ]),
  ) as Record<RequestStage, StageState>;

/** The first stage that is still open; null where none is. */
export function nextStage(request: RequestRecord): RequestStage | null {
  const states = stagesOf(request);
  return request.answer === null ? (requestStages.find((stage) => states[stage] === 'open') ?? null) : null;
}

/** The stages that have to be done before the answer, and are not. */
export function openBeforeAnswer(request: RequestRecord): RequestStage[] {
  const states = stagesOf(request);
  // Whoever cannot be identified, or is not to be looked for, is refused with that reason.
  const isRefused = request.decision?.outcome === 'refused';
  const skipped: readonly RequestStage[] = isRefused ? ['identity', 'find', 'answer'] : ['answer'];
  return requestStages.filter((stage) => states[stage] === 'open' && !skipped.includes(stage));
}
