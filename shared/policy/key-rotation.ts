import { policyTopic } from './policy-row.ts';

/** Days after which the key of a purpose's pseudonyms is changed. The law gives no number. */
export const keyRotation = policyTopic({
  id: 'key-rotation',
  unit: 'days',
  bounds: { minimum: 1, maximum: 3650 },
  rows: [
    {
      subject: '*',
      value: 365,
      validFrom: '2018-05-25',
      source: 'Product policy; GDPR Art. 32(1)(a), 32(1)(d)',
      checkedOn: '2026-11-30',
      note: 'What is released under a new key joins nothing that was released before.',
    },
  ],
});
