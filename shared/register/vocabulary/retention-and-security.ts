/** From when a period of retention counts. */
export const startEvents = [
  'collected',
  'last-seen',
  'last-purchase',
  'contract-end',
  'consent-withdrawn',
  'account-closed',
] as const;

/** What happens when a period of retention is over. */
export const expiryActions = ['delete', 'anonymise', 'pseudonymise-then-delete', 'review'] as const;

/** Families of security measures, GDPR Art. 32(1), as the CNIL form lists them. */
export const measureKinds = [
  'access-control',
  'traceability',
  'software-protection',
  'backup',
  'encryption',
  'pseudonymisation',
  'resilience',
  'regular-testing',
  'processor-control',
  'organisational',
  'other',
] as const;
export type MeasureKind = (typeof measureKinds)[number];
