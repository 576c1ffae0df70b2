import { policyTopic } from './policy-row.ts';

/** Days after which a workspace is copied once more. The law asks that data can be restored, and gives no number. */
export const backupInterval = policyTopic({
  id: 'backup-interval',
  unit: 'days',
  bounds: { minimum: 1, maximum: 365 },
  rows: [
    {
      subject: '*',
      value: 7,
      validFrom: '2018-05-25',
      source: 'Product policy; GDPR Art. 32(1)(c)',
      checkedOn: '2026-11-30',
      note: 'Counted from the last backup that the register tells of, else from the first dataset.',
    },
  ],
});
