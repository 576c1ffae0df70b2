import type { ColumnFlag } from '#shared/domain/column-class.ts';

/** Special categories of personal data (GDPR Art. 9) and criminal offences (Art. 10). */
export const specialFlags: readonly ColumnFlag[] = [
  'race_ethnicity',
  'religion',
  'political',
  'trade_union',
  'health',
  'sexual_orientation',
  'biometric',
  'genetic',
  'criminal',
];
