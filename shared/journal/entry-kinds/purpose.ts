import { z } from 'zod';
import { count, id, recordSha256, sha256 } from './payload-fields.ts';

/** Purposes: what data is used for, and why that is lawful. */
export const purposeEntries = {
  'purpose.saved': z.strictObject({
    purposeId: id,
    title: z.string().max(200),
    sha256,
    lawfulBases: z.array(z.string().max(50)),
    retentionDays: count.nullable(),
    targeting: z.boolean(),
    recordSha256,
  }),
} as const;
