import { z } from 'zod';

/**
 * How directly a column points at a person (mission D1–D3). Online identifiers are `non_pii` + flag under
 * customer-tracking, `linked` under gdpr-strict.
 */
export const columnClass = z.enum(['linked', 'linkable', 'non_pii']);
export type ColumnClass = z.infer<typeof columnClass>;

export const columnCategory = z.enum(['personal', 'engagement', 'behavioral', 'attitudinal', 'technical', 'other']);
export type ColumnCategory = z.infer<typeof columnCategory>;

/** Closed list of guardrail flags; anything else belongs into a finding's `notes`. */
export const columnFlag = z.enum([
  'online_identifier',
  'race_ethnicity',
  'religion',
  'political',
  'trade_union',
  'health',
  'sexual_orientation',
  'biometric',
  'genetic',
  'criminal',
  'financial',
  'credentials',
  'minor_age',
  'exact_age',
  'precise_location',
  'consent',
  'timestamp',
  'free_text_pii',
]);
export type ColumnFlag = z.infer<typeof columnFlag>;

/** The D3 switch: whether online identifiers count as personal (GDPR Recital 30). */
export const classificationPolicy = z.enum(['customer-tracking', 'gdpr-strict']);
export type ClassificationPolicy = z.infer<typeof classificationPolicy>;
