import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { policyTopic } from './policy-row.ts';

/** Days that an online identifier may be kept, by its semantic type. The law gives no number. */
export const identifierLifetimes = policyTopic({
  id: 'identifier-lifetime',
  unit: 'days',
  bounds: { minimum: 1, maximum: 3650 },
  rows: [
    {
      subject: 'cookie_id' satisfies SemanticTypeId,
      value: 90,
      validFrom: '2018-05-25',
      source: 'Product policy (ethics rule 8); GDPR Art. 5(1)(e)',
      checkedOn: '2026-11-23',
      note: 'CNIL recommends that a tracker lives on a device for 13 months at most.',
    },
    {
      subject: 'advertising_id' satisfies SemanticTypeId,
      value: 180,
      validFrom: '2018-05-25',
      source: 'Product policy (ethics rule 8); GDPR Art. 5(1)(e)',
      checkedOn: '2026-11-23',
      note: 'Advertising partners require measurement providers to delete data of single users after about 6 months.',
    },
  ],
});
