import { policyTopic } from './policy-row.ts';

const product = { validFrom: '2018-05-25', source: 'Product policy; GDPR Art. 5(1)(d)', checkedOn: '2026-11-30' };

/** Days after which a dataset's quality is checked again. The law gives no number: “where necessary, kept up to date”. */
export const qualityInterval = policyTopic({
  id: 'quality-check',
  unit: 'days',
  bounds: { minimum: 1, maximum: 1095 },
  rows: [{ ...product, subject: '*', value: 180, note: 'A dataset may have a rhythm of its own.' }],
});

/** Days after which a row that bears no newer day counts as old. */
export const dataFreshness = policyTopic({
  id: 'data-freshness',
  unit: 'days',
  bounds: { minimum: 1, maximum: 7300 },
  rows: [{ ...product, subject: '*', value: 730, note: 'A dataset may have a limit of its own.' }],
});

/** Percent of the judged rows from which on a check has failed; fewer are told and warn. */
export const qualityLimit = policyTopic({
  id: 'quality-limit',
  unit: 'percent',
  bounds: { minimum: 0, maximum: 100 },
  rows: [
    { ...product, subject: 'completeness', value: 20, note: 'Up to half of it passes.' },
    { ...product, subject: 'validity', value: 2 },
    { ...product, subject: 'uniqueness', value: 0, note: 'A key that two rows have is no key.' },
    { ...product, subject: 'consistency', value: 5 },
    { ...product, subject: 'plausibility', value: 1 },
    { ...product, subject: 'timeliness', value: 50, note: 'Up to half of it passes.' },
    { ...product, subject: 'referential', value: 1 },
  ],
});
