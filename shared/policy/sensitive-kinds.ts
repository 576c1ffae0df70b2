import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { policyTopic } from './policy-row.ts';

/** Consent does not lift it, and no workspace does. */
const byLaw = {
  value: 1,
  validFrom: '2018-05-25',
  checkedOn: '2026-11-23',
  bounds: { minimum: 1, maximum: 1 },
};
const special = { ...byLaw, source: 'Ethics rule 4; GDPR Art. 9(1); Regulation (EU) 2022/2065 Art. 26(3)' };

/** Whether columns with a flag bar targeting: 1 they do. */
export const sensitiveKinds = policyTopic({
  id: 'bars-targeting',
  unit: 'yes-no',
  bounds: { minimum: 0, maximum: 1 },
  rows: [
    { subject: 'race_ethnicity' satisfies ColumnFlag, ...special },
    { subject: 'religion' satisfies ColumnFlag, ...special },
    { subject: 'political' satisfies ColumnFlag, ...special },
    { subject: 'trade_union' satisfies ColumnFlag, ...special },
    {
      subject: 'health' satisfies ColumnFlag,
      ...byLaw,
      source: 'Ethics rule 5; GDPR Art. 9(1); CJEU C-21/23',
    },
    { subject: 'sexual_orientation' satisfies ColumnFlag, ...special },
    { subject: 'biometric' satisfies ColumnFlag, ...special },
    { subject: 'genetic' satisfies ColumnFlag, ...special },
    { subject: 'criminal' satisfies ColumnFlag, ...byLaw, source: 'Ethics rule 4; GDPR Art. 10' },
    {
      subject: 'financial' satisfies ColumnFlag,
      value: 0,
      validFrom: '2018-05-25',
      source: 'Product policy',
      checkedOn: '2026-11-23',
      note: 'Meta blocks custom audiences that suggest a financial status since 2 September 2025: set 1 to bar it here.',
    },
  ],
});
