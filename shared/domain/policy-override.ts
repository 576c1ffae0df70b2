import { z } from 'zod';

/** What the value of a policy row counts. `yes-no`: 1 holds, 0 does not. */
export const policyUnit = z.enum(['years', 'months', 'days', 'hours', 'people', 'percent', 'hundredths', 'yes-no']);
export type PolicyUnit = z.infer<typeof policyUnit>;

/** A value that a workspace sets in place of a policy row's, with its reason. */
export const policyOverride = z.strictObject({
  /** Name of the row: `identifier-lifetime.cookie_id`. */
  key: z.string().min(1).max(200),
  value: z.int().min(0).max(1_000_000_000),
  reason: z.string().min(1).max(2000),
  /** Who set it. */
  by: z.string().max(200),
  /** ISO time. */
  at: z.string().max(40),
});
export type PolicyOverride = z.infer<typeof policyOverride>;
