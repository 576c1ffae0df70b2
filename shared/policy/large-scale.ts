import { policyTopic } from './policy-row.ts';

/** People from whom on data count as processed on a large scale. The law and WP248 rev.01 give no number. */
export const largeScale = policyTopic({
  id: 'large-scale',
  unit: 'people',
  bounds: { minimum: 1, maximum: 10_000_000 },
  rows: [
    {
      subject: '*',
      value: 10_000,
      validFrom: '2018-05-25',
      source: 'Product policy; GDPR Art. 35(3)(b), recital 91, WP248 rev.01 criterion 5 name no figure',
      checkedOn: '2026-11-29',
      note: 'Volume, duration and geography count beside the number of people: it proposes an answer and decides none.',
    },
  ],
});
