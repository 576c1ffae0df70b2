import { z } from 'zod';
import { count, publicKey, reason, sha256 } from './payload-fields.ts';

/** What the journal says of itself: its clock, its signed head, and heads that were seen before. */
export const journalEntries = {
  /**
   * The clock of this machine stood before the newest entry's time; entries keep that time until the clock has caught
   * up.
   */
  'clock.set-back': z.strictObject({ clock: z.string().max(40), newest: z.string().max(40) }),
  /** The signed head beside the register was gone or unusable when the workspace was opened, and was written anew. */
  'checkpoint.head-repaired': z.strictObject({ found: z.enum(['missing', 'unusable', 'ahead']), size: count }),
  /** This machine had seen a longer or a different register than the one that was opened. */
  'checkpoint.rolled-back': z.strictObject({
    seenSize: count,
    seenRoot: sha256,
    seenAt: z.string().max(40),
    size: count,
  }),
  /** Somebody else's key, with which they countersign heads of this register; `name` as signed notes have it. */
  'cosigner.registered': z.strictObject({ name: z.string().min(1).max(200), publicKey, reason }),
  /**
   * A registered cosigner saw the head of so many entries with this root then, and signed that they did (C2SP
   * cosignature/v1, 64 bytes in base64).
   */
  'head.countersigned': z.strictObject({
    size: count,
    root: sha256,
    name: z.string().min(1).max(200),
    publicKey,
    at: z.string().max(40),
    signature: z.string().max(200),
  }),
  /**
   * An authority stamped the head of so many entries with this root (RFC 3161): when it says so, who it says it is, and
   * the stamp's number and rules. `trustedRootSha256`: the certificate that the person trusts and that it leads to; null
   * where they named none.
   */
  'head.stamped': z.strictObject({
    size: count,
    root: sha256,
    at: z.string().max(40),
    authority: z.string().max(500),
    serial: z.string().max(200),
    policy: z.string().max(200),
    certificateSha256: sha256,
    trustedRootSha256: sha256.nullable(),
    stampSha256: sha256,
  }),
} as const;
