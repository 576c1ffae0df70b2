import { policyTopic } from './policy-row.ts';

/**
 * How far the values of a column may have moved between two editions of a dataset before it is told: population
 * stability index, in hundredths.
 */
export const distributionShift = policyTopic({
  id: 'distribution-shift',
  unit: 'hundredths',
  bounds: { minimum: 1, maximum: 1000 },
  rows: [
    {
      subject: 'tells',
      value: 25,
      validFrom: '2026-11-29',
      source: 'Product policy; Siddiqi 2006, “Credit Risk Scorecards”, calls 0.25 and more a significant shift',
      checkedOn: '2026-11-29',
      note: 'From 0.10 on he calls it a small one; the product tells none of those.',
    },
  ],
});
