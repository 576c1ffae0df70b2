import { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '#shared/contract/requests.ts';
import type { RequestRecord } from '#shared/cases/request.ts';
import { holidayCalendars } from '#shared/deadlines/holidays.ts';
import { requestsText as text } from '#shared/text/engine/requests.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { requireEnterable } from '../require-enterable.ts';
import { enterRequest } from './enter-request.ts';
import { requestsEver, requireClock } from './request-records.ts';

export type OpenRequest = Pick<
  RequestRecord,
  'type' | 'receivedOn' | 'channel' | 'calendar' | 'language' | 'name' | 'contact' | 'onBehalf' | 'wish' | 'identifiers'
>;

/** The GDPR applies from this day on. */
const oldest = '2018-05-25';

/**
 * Enters what somebody asks for. Its clock runs from the day on which it came in.
 * @throws Failure WRONG_USAGE for a day to come, nobody named, a calendar or language that there is not
 */
export function openRequest(state: EngineSession, asked: OpenRequest): RequestView {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'request.opened');
  requireClock(state, workspace);
  const { receivedOn, calendar, language, name, contact, identifiers } = asked;
  if (receivedOn > state.today()) throw new Failure('WRONG_USAGE', text.future(receivedOn, state.today()));
  if (receivedOn < oldest) throw new Failure('WRONG_USAGE', text.tooOld(receivedOn, oldest));
  if (calendar !== '' && !holidayCalendars.some(({ id }) => id === calendar))
    throw new Failure('WRONG_USAGE', text.calendar(calendar));
  if (!/^[a-z]{2}$/.test(language)) throw new Failure('WRONG_USAGE', text.language(language));
  if (name === '' && contact === '' && identifiers.length === 0) throw new Failure('WRONG_USAGE', text.nobody);
  const request: RequestRecord = {
    ...asked,
    ref: `R-${requestsEver(workspace) + 1}`,
    identifiers: [...new Set(identifiers)],
    identity: { state: 'open', method: '', on: null },
    waits: [],
    extension: null,
    acknowledgedOn: null,
    search: null,
    decision: null,
    deeds: [],
    recipients: [],
    answer: null,
  };
  return enterRequest(state, { id: state.newId(), request }, { kind: 'request.opened' });
}
