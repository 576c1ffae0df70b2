/** Tables whose rows hold a JSON body that another version of Custos may have written. */
export const bodyTables = [
  'dataset',
  'classification',
  'decision',
  'release',
  'purpose',
  'record_version',
  'record_draft',
  'consent_batch',
  'case_record',
] as const;
export type BodyTable = (typeof bodyTables)[number];
