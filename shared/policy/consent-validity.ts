import { policyTopic } from './policy-row.ts';

/** Days that a consent holds at most before it has to be asked for again. The law gives no number. */
export const consentValidity = policyTopic({
  id: 'consent-validity',
  unit: 'days',
  bounds: { minimum: 1, maximum: 3650 },
  rows: [
    {
      subject: '*',
      value: 730,
      validFrom: '2018-05-25',
      source: 'Product policy (ethics rule 2); GDPR Art. 7(1)',
      checkedOn: '2026-11-23',
      note: 'EDPB Guidelines 05/2020 advise to refresh consent at appropriate intervals and give no period.',
    },
    {
      subject: 'browser-signal',
      value: 180,
      validFrom: '2018-05-25',
      source: 'Product policy (ethics rule 2); CNIL advises to ask for a choice on trackers again after about 6 months',
      checkedOn: '2026-11-23',
      note: 'Of IAB TCF strings and Google consent signals: what a browser or an app keeps for somebody.',
    },
  ],
});

/** Days after which it is looked at again whether consent still holds. The law gives no number. */
export const consentCheck = policyTopic({
  id: 'consent-check',
  unit: 'days',
  bounds: { minimum: 1, maximum: 730 },
  rows: [
    {
      subject: '*',
      value: 90,
      validFrom: '2018-05-25',
      source: 'Product policy (ethics rule 2); GDPR Art. 7(1), 7(3)',
      checkedOn: '2026-11-23',
      note: 'Every release that rests on the ledger looks at it anew, whenever it was checked last.',
    },
  ],
});

/** Whether an IAB TCF string made from this day on is invalid without the segment of disclosed vendors. */
export const disclosedVendors = policyTopic({
  id: 'tcf-disclosed-vendors',
  unit: 'yes-no',
  bounds: { minimum: 0, maximum: 1 },
  rows: [
    {
      subject: '*',
      value: 0,
      validFrom: '2020-08-15',
      source: 'IAB Europe Transparency and Consent Framework v2.0',
      checkedOn: '2026-11-23',
      note: 'Strings made before 28 February 2026 stay valid without the segment.',
    },
    {
      subject: '*',
      value: 1,
      validFrom: '2026-02-28',
      source: 'IAB Europe Transparency and Consent Framework v2.3',
      checkedOn: '2026-11-23',
      bounds: { minimum: 1, maximum: 1 },
      note: 'A vendor that is not disclosed counts as not consented to.',
    },
  ],
});
