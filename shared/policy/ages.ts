import { policyTopic } from './policy-row.ts';

/** The age under which nobody is targeted, wherever they live. A workspace may raise it: below 18 they are minors. */
export const targetingAge = policyTopic({
  id: 'targeting-age',
  unit: 'years',
  bounds: { minimum: 18, maximum: 21 },
  rows: [
    {
      subject: '*',
      value: 18,
      validFrom: '2018-05-25',
      source: 'Product policy (ethics rule 7); GDPR recitals 38 and 71; Regulation (EU) 2022/2065 Art. 28(2)',
      checkedOn: '2026-11-23',
      note: 'Nobody needs to collect more data to find an age out (Art. 28(3)); an unknown age counts as too young.',
    },
  ],
});

/** The table of June 2020 that the countries' ages stand in; before that day the Regulation's own age counts. */
const table = { validFrom: '2020-06-24', source: 'SWD(2020) 115, p. 17, on Art. 8(1) GDPR', checkedOn: '2026-11-23' };
/** Named in the papers without a document: shown, and the Regulation's own age counts. */
const unconfirmed = { validFrom: null, checkedOn: '2026-11-23', pending: true } as const;

/**
 * The age from which somebody can consent alone to a service offered directly to them online, by country (Art. 8 GDPR).
 * It is not the age for advertising.
 */
export const digitalConsentAge = policyTopic({
  id: 'digital-consent-age',
  unit: 'years',
  // No law may go below 13 (Art. 8(1)).
  bounds: { minimum: 13, maximum: 21 },
  rows: [
    {
      subject: '*',
      value: 16,
      validFrom: '2018-05-25',
      source: 'Regulation (EU) 2016/679 Art. 8(1)',
      checkedOn: '2026-11-23',
      note: 'Which country counts, that of the service or that of the child, is unsettled: take the higher of both.',
    },
    { subject: 'AT', value: 14, ...table },
    { subject: 'BE', value: 13, ...table },
    { subject: 'BG', value: 14, ...table },
    { subject: 'CY', value: 14, ...table },
    { subject: 'CZ', value: 15, ...table },
    { subject: 'DE', value: 16, ...table },
    { subject: 'DK', value: 13, ...table },
    {
      subject: 'DK',
      value: 15,
      validFrom: '2024-01-01',
      source: 'Denmark’s change of 1 January 2024, as reported by NRK',
      checkedOn: '2026-11-23',
      note: 'It was 13 before.',
    },
    { subject: 'EE', value: 13, ...table },
    { subject: 'ES', value: 14, ...table },
    { subject: 'ES', value: 16, source: 'A bill to raise it to 16', ...unconfirmed, note: 'Was it adopted? Confirm.' },
    { subject: 'FI', value: 13, ...table },
    { subject: 'FR', value: 15, ...table, note: 'Under 15 the child and a parent consent together.' },
    {
      subject: 'GB',
      value: 13,
      ...table,
      source: 'UK GDPR Art. 8(1), beside SWD(2020) 115, p. 17',
    },
    { subject: 'GR', value: 15, ...table },
    { subject: 'HR', value: 16, ...table },
    { subject: 'HU', value: 16, ...table },
    { subject: 'IE', value: 16, ...table },
    { subject: 'IS', value: 13, source: 'No document at hand', ...unconfirmed, note: 'Confirm in the national act.' },
    { subject: 'IT', value: 14, ...table },
    { subject: 'LI', value: 16, source: 'No document at hand', ...unconfirmed, note: 'Confirm in the national act.' },
    { subject: 'LT', value: 14, ...table },
    { subject: 'LU', value: 16, ...table },
    { subject: 'LV', value: 13, ...table },
    { subject: 'MT', value: 13, ...table },
    { subject: 'NL', value: 16, ...table },
    { subject: 'NO', value: 13, source: 'No document at hand', ...unconfirmed, note: 'Confirm in the national act.' },
    { subject: 'NO', value: 15, source: 'A proposal of 2024', ...unconfirmed, note: 'Was it adopted? Confirm.' },
    { subject: 'PL', value: 16, ...table },
    { subject: 'PT', value: 13, ...table },
    { subject: 'RO', value: 16, ...table },
    { subject: 'SE', value: 13, ...table },
    { subject: 'SI', value: 15, source: 'ZVOP-2, 2023', ...unconfirmed, note: 'Confirm in the act.' },
    { subject: 'SK', value: 16, ...table },
    {
      subject: 'US',
      value: 13,
      validFrom: '2000-04-21',
      source: 'COPPA, 16 CFR Part 312',
      checkedOn: '2026-11-23',
      note: 'Under 13, verifiable parental consent; amended rule in force since 23 June 2025.',
    },
  ],
});
