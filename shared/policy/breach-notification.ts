import { policyTopic } from './policy-row.ts';

/** Plain hours after awareness within which the authority is told of a breach: nights, weekends and holidays count. */
export const breachNotification = policyTopic({
  id: 'breach-notification',
  unit: 'hours',
  bounds: { minimum: 1, maximum: 72 },
  rows: [
    {
      subject: 'authority',
      value: 72,
      validFrom: '2018-05-25',
      source: 'GDPR Art. 33(1)',
      checkedOn: '2026-11-23',
      note: 'Later only with the reasons for the delay. A workspace may set fewer hours, never more.',
    },
    {
      subject: 'authority',
      value: 96,
      validFrom: null,
      source: 'Proposal for a Digital Omnibus, COM(2025) 837',
      checkedOn: '2026-11-23',
      pending: true,
      note: 'With a notification only where a high risk is likely. Not agreed on: it informs and decides nothing.',
      bounds: { minimum: 1, maximum: 96 },
    },
  ],
});
