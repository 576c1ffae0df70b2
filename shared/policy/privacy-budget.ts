import { policyTopic } from './policy-row.ts';

/** The ε that all releases with noise of the same people, of one source or of its editions, may have together, in hundredths. */
export const privacyBudget = policyTopic({
  id: 'privacy-budget',
  unit: 'hundredths',
  bounds: { minimum: 1, maximum: 10_000 },
  rows: [
    {
      subject: 'together',
      value: 1000,
      validFrom: '2026-11-30',
      source: 'Product policy; NIST SP 800-226 (2025) explains what ε bounds and sets no number',
      checkedOn: '2026-11-30',
      note: 'Above 10 the chance of a result may change by a factor of 22,000 for one person: that protects hardly anybody.',
    },
  ],
});
