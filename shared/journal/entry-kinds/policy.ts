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
} as const;
