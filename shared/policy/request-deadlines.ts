import { policyTopic } from './policy-row.ts';

const checkedOn = '2026-11-30';

/** Months from receipt in which somebody who asks for a right has to be answered. The law's number is the longest. */
export const requestAnswer = policyTopic({
  id: 'request-answer',
  unit: 'months',
  bounds: { minimum: 0, maximum: 1 },
  rows: [
    {
      subject: '*',
      value: 1,
      validFrom: '2018-05-25',
      source: 'GDPR Art. 12(3); counted by Regulation (EEC, Euratom) No 1182/71 Art. 3',
      checkedOn,
      note: 'The day of receipt is not counted; a last day at a weekend or on a holiday goes to the next working day.',
    },
    {
      subject: 'GB',
      value: 1,
      validFrom: '2021-01-01',
      source: 'UK GDPR Art. 12(3); since 5 February 2026 Art. 12A (Data (Use and Access) Act 2025 s. 76)',
      checkedOn,
      note: 'The time begins when the identity is shown or the fee paid, and stops while a request is clarified.',
    },
  ],
});

/** Further months where a request is complex or one of many, told with the reason before the first time is over. */
export const requestExtension = policyTopic({
  id: 'request-extension',
  unit: 'months',
  bounds: { minimum: 0, maximum: 2 },
  rows: [
    { subject: '*', value: 2, validFrom: '2018-05-25', source: 'GDPR Art. 12(3)', checkedOn },
    { subject: 'GB', value: 2, validFrom: '2021-01-01', source: 'UK GDPR Art. 12(3), 12A', checkedOn },
  ],
});

/** Days from receipt in which what was objected to, or agreed to no longer, stops. */
export const requestAtOnce = policyTopic({
  id: 'request-at-once',
  unit: 'days',
  bounds: { minimum: 0, maximum: 0 },
  rows: [
    {
      subject: 'object-marketing',
      value: 0,
      validFrom: '2018-05-25',
      source: 'GDPR Art. 21(3)',
      checkedOn,
      note: 'Nothing is weighed: the data are no longer processed for advertising.',
    },
    {
      subject: 'withdraw-consent',
      value: 0,
      validFrom: '2018-05-25',
      source: 'GDPR Art. 7(3)',
      checkedOn,
      note: 'What was done before the withdrawal stays lawful.',
    },
  ],
});

/** Days after receipt in which a complaint is acknowledged. */
export const complaintAcknowledged = policyTopic({
  id: 'complaint-acknowledged',
  unit: 'days',
  bounds: { minimum: 0, maximum: 30 },
  rows: [
    {
      subject: '*',
      value: 30,
      validFrom: '2018-05-25',
      source: 'Product policy; the GDPR gives controllers no time for complaints made to them',
      checkedOn,
    },
    {
      subject: 'GB',
      value: 30,
      validFrom: '2026-06-19',
      source: 'Data Protection Act 2018 s. 164A (Data (Use and Access) Act 2025 s. 103)',
      checkedOn,
      note: 'Counted from the day after receipt; a last day at a weekend or on a holiday goes to the next working day.',
    },
  ],
});

/**
 * Whether the time to answer stops while somebody is asked who they are. Where authorities differ (0), the date without
 * the pause holds and the later one is shown beside it.
 */
export const identityPause = policyTopic({
  id: 'identity-pause',
  unit: 'yes-no',
  bounds: { minimum: 0, maximum: 1 },
  rows: [
    {
      subject: '*',
      value: 0,
      validFrom: '2018-05-25',
      source:
        'GDPR Art. 12(6) is silent; EDPB Guidelines 01/2022 on access accept a pause where it was asked without delay',
      checkedOn,
    },
    {
      subject: 'GB',
      value: 1,
      validFrom: '2026-02-05',
      source: 'UK GDPR Art. 12A (Data (Use and Access) Act 2025 s. 76)',
      checkedOn,
      bounds: { minimum: 1, maximum: 1 },
    },
  ],
});

/** Months after its end for which the record of a request is kept, as proof of how it was answered. */
export const requestRecordKept = policyTopic({
  id: 'request-record-kept',
  unit: 'months',
  bounds: { minimum: 1, maximum: 120 },
  rows: [
    {
      subject: '*',
      value: 36,
      validFrom: '2018-05-25',
      source: 'Product policy; GDPR Art. 5(1)(e), 5(2); the law gives no number',
      checkedOn,
      note: 'Set it by the time in which claims lapse in your country, and say so in the reason.',
    },
  ],
});
