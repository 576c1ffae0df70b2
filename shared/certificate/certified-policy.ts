import { z } from 'zod';
import { policyUnit, type PolicyOverride } from '#shared/domain/policy-override.ts';
import { policyKey, type PolicyRuling } from '#shared/policy/policy-in-force.ts';

/** A row of the policy that decided something about a release, and who set another value with which reason. */
export const certifiedPolicy = z.strictObject({
  id: z.string(),
  subject: z.string(),
  /** The value that decided. */
  value: z.int().min(0),
  unit: policyUnit,
  source: z.string(),
  validFrom: z.string().nullable(),
  checkedOn: z.string(),
  overridden: z
    .strictObject({
      /** The value that the workspace replaced. */
      shipped: z.int().min(0),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .optional(),
});
export type CertifiedPolicy = z.infer<typeof certifiedPolicy>;

/** A ruling as a certificate keeps it. */
export const certifiedRuling = ({ id, subject, value, row, override }: PolicyRuling): CertifiedPolicy => ({
  id,
  subject,
  value,
  unit: row.unit,
  source: row.source,
  validFrom: row.validFrom,
  checkedOn: row.checkedOn,
  ...(override === null
    ? {}
    : { overridden: { shipped: row.value, reason: override.reason, by: override.by, at: override.at } }),
});

/**
 * The values a certificate keeps, to make its release again: they hold as overrides do, whatever the rows say today.
 * Certificates from before they were kept went by the shipped rows.
 */
export const overridesOf = (kept: readonly CertifiedPolicy[] = []): PolicyOverride[] =>
  kept.map(({ id, subject, value, overridden }) => ({
    key: policyKey(id, subject),
    value,
    reason: overridden?.reason ?? '',
    by: overridden?.by ?? '',
    at: overridden?.at ?? '',
  }));
