import { z } from 'zod';
import { dueKinds } from '#shared/domain/due.ts';
import { count, fileName, id, reason, sha256 } from './payload-fields.ts';

const kind = z.enum(dueKinds);
/** A day or an instant. */
const at = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/);

/** What is due: what was put aside, and what was handed to calendars. Ids and days, never a person. */
export const dueEntries = {
  'due.snoozed': z.strictObject({ dueKind: kind, id, at, until: z.iso.date(), reason }),
  'due.exported': z.strictObject({
    fileName,
    sha256,
    due: count,
    done: count,
    items: z.array(z.strictObject({ kind, id, at })).max(5000),
  }),
} as const;
