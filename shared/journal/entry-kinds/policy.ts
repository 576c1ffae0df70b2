import { z } from 'zod';
import { count, id, reason } from './payload-fields.ts';

/** Rows of the policy that a workspace sets otherwise. The name of the row is what they are about. */
export const policyEntries = {
  'policy.overridden': z.strictObject({
    row: id,
    from: count,
    to: count,
    /** What holds without the workspace's own value. */
    shipped: count,
    reason,
    at: z.string().max(40),
  }),
  'policy.reset': z.strictObject({ row: id, from: count.nullable(), to: count, reason }),
  /** A day of a calendar of holidays is taken for one, or for none; `holiday` null: as it is shipped, again. */
  'policy.holiday-set': z.strictObject({
    calendar: z.string().min(1).max(10),
    day: z.iso.date(),
    holiday: z.boolean().nullable(),
    shipped: z.boolean(),
    reason,
    at: z.string().max(40),
  }),
} as const;
