import { z } from 'zod';
import { count, id, reason, sha256 } from './payload-fields.ts';

const fieldIds = z.array(z.string().max(100)).max(500);

/** Which version of which record; `ref` is what people call it by. The subject is the record's id. */
const version = {
  recordKind: z.string().max(40),
  recordId: id,
  ref: z.string().max(40),
  version: z.int().min(1),
};

/**
 * Records of the register of processing. No entry holds what a record says: which fields changed, and hashes.
 * `recordSha256` is over the stored row, `versionSha256` over what the version says, which approvals sign.
 */
export const recordEntries = {
  /**
   * One sitting at a draft: who wrote, and which fields are others than before. `fromLog`: nobody wrote, the program took
   * over what entries of the log say.
   */
  'record.drafted': z.strictObject({
    ...version,
    by: z.string().max(200),
    fromLog: z.literal(true).optional(),
    fields: fieldIds,
    reason,
    recordSha256: sha256,
  }),
  'record.discarded': z.strictObject({ ...version, reason }),
  /** A draft became a version that does not change any more; `fields` differ from the version that holds. */
  'record.sent': z.strictObject({ ...version, fields: fieldIds, reason, versionSha256: sha256, recordSha256: sha256 }),
  /** Sent back; `draftSha256` where its draft was laid out anew. */
  'record.returned': z.strictObject({ ...version, reason, recordSha256: sha256, draftSha256: sha256.optional() }),
  'record.approved': z.strictObject({
    ...version,
    /** Fields with generated statements that the approver took over, and how many statements. */
    takenOver: fieldIds,
    statements: count,
    byAnother: z.boolean(),
    keyId: z.string().max(100),
    versionSha256: sha256,
    recordSha256: sha256,
  }),
  /** `referredBy`: how many other records name it. */
  'record.retired': z.strictObject({ ...version, reason, referredBy: count, recordSha256: sha256 }),
} as const;

/** Every kind of entry about a record. */
export const recordEntryKinds = Object.keys(recordEntries) as (keyof typeof recordEntries)[];
