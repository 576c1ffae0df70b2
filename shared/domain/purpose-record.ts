import { z } from 'zod';

/**
 * The register's record of the purpose that a deed was for. `was`: `begun` with this deed; `proposed` by the log alone
 * until this deed; or `there` already.
 */
export const purposeRecord = z.object({
  id: z.string(),
  /** `PU-001`. */
  ref: z.string(),
  title: z.string(),
  was: z.enum(['begun', 'proposed', 'there']),
});
export type PurposeRecord = z.infer<typeof purposeRecord>;
