import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { askAgainByLedger } from '#engine/use-cases/consent/ask-again-by-ledger.ts';
import { checkConsent } from '#engine/use-cases/consent/check-consent.ts';
import { consentCalendar } from '#engine/use-cases/consent/consent-calendar.ts';
import { consentOfPerson } from '#engine/use-cases/consent/consent-of-person.ts';
import { consentReadings } from '#engine/use-cases/consent/consent-readings.ts';
import { consentStatus } from '#engine/use-cases/consent/consent-status.ts';
import { recordConsent } from '#engine/use-cases/consent/record-consent.ts';

export const consentHandlers = (state: EngineSession) => ({
  record: os.consent.record.handler(({ input, signal }) =>
    state.jobs.run(
      {
        kind: 'consent',
        subject:
          input.grantId === undefined
            ? state.datasetRecord(input.datasetId).summary.name
            : state.grants.fileName(input.grantId),
        signal,
      },
      (job) => recordConsent(state, job, input),
    ),
  ),
  status: os.consent.status.handler(({ input }) => consentStatus(state, input)),
  readings: os.consent.readings.handler(() => consentReadings(state)),
  person: os.consent.person.handler(({ input }) => consentOfPerson(state, input.value)),
  askAgain: os.consent.askAgain.handler(({ input, signal }) => askAgainByLedger(state, input, signal)),
  calendar: os.consent.calendar.handler(({ input }) => consentCalendar(state, input)),
  check: os.consent.check.handler(({ input }) => checkConsent(state, input.purpose)),
});
