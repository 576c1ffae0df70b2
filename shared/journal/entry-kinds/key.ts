import { z } from 'zod';
import { count, id, publicKey, reason } from './payload-fields.ts';

/** Keys of the workspace: made, and sealed anew. */
export const keyEntries = {
  /** Master and signing key were made, sealed by a passphrase and a recovery key. */
  'key.created': z.strictObject({ keyId: z.string().max(100), publicKey }),
  /** From here on the pseudonyms under this name have the key of this epoch (the first is 0). */
  'key.rotated': z.strictObject({ key: id, epoch: count, reason }),
  'key.passphrase-changed': z.strictObject({ keyId: z.string().max(100) }),
  'key.recovery-renewed': z.strictObject({ keyId: z.string().max(100) }),
  'key.recovery-used': z.strictObject({ keyId: z.string().max(100) }),
} as const;
