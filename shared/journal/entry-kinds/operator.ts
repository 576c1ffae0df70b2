import { z } from 'zod';
import { operatorRole } from '#shared/domain/operator.ts';
import { publicKey, reason } from './payload-fields.ts';

const name = z.string().min(1).max(200);

/** Who works in the workspace, with which role and key. The name is what they are about. */
export const operatorEntries = {
  /** The first one is signed with the key that it names; every further one by an approver. */
  'operator.added': z.strictObject({ name, role: operatorRole, publicKey }),
  'operator.role-changed': z.strictObject({ name, from: operatorRole, to: operatorRole, reason }),
  'operator.left': z.strictObject({ name, reason }),
  /** Opened with the recovery key: a new key in place of one that nobody can open any more. Signed with the new one. */
  'operator.recovered': z.strictObject({ name, publicKey }),
} as const;
