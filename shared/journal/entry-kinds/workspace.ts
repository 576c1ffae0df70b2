import { z } from 'zod';
import { classificationPolicy } from '#shared/domain/column-class.ts';
import { count, fileName, id, publicKey, reason } from './payload-fields.ts';

/** The workspace itself: made, kept, brought to a newer form, its settings, and who works in it. */
export const workspaceEntries = {
  'workspace.created': z.strictObject({
    workspaceId: id,
    organisation: z.string().max(200),
    policy: classificationPolicy,
    appVersion: z.string().max(100),
    publicKey,
    temporary: z.boolean(),
    operator: z.string().max(200).optional(),
    createdAt: z.string().max(40).optional(),
  }),
  'workspace.saved': z.strictObject({ organisation: z.string().max(200) }),
  /** The last entry there is: the folder goes, its signed head stays in the profile of this machine. */
  'workspace.deleted': z.strictObject({ name: z.string().max(1000), reason }),
  'workspace.migrated': z.strictObject({ from: count, to: count, backup: fileName }),
  'policy.changed': z.strictObject({ from: classificationPolicy, to: classificationPolicy, reason }),
  'operator.changed': z.strictObject({ from: z.string().max(200), to: z.string().max(200) }),
  'setting.changed': z.strictObject({
    setting: z.string().max(100),
    from: z.union([z.string().max(2000), z.int(), z.boolean(), z.null()]),
    to: z.union([z.string().max(2000), z.int(), z.boolean(), z.null()]),
  }),
  'job.interrupted': z.strictObject({ jobId: id, kind: z.string().max(100), startedAt: z.string().max(40) }),
} as const;
