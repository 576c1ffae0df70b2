import { z } from 'zod';

/**
 * What somebody does in a workspace. Readers look; reviewers comment and send back; authors draft, decide and release;
 * approvers do all of that, approve, and say who works here.
 */
export const operatorRoles = ['author', 'reviewer', 'approver', 'reader'] as const;
export const operatorRole = z.enum(operatorRoles);
export type OperatorRole = z.infer<typeof operatorRole>;

/** A person who works in a workspace, as its register knows them. Times are ISO 8601. */
export const operator = z.object({
  name: z.string(),
  role: operatorRole,
  /** Ed25519, 32 raw bytes, base64: what they do is signed with the key to it. */
  publicKey: z.string(),
  since: z.string(),
  /** When they left; null while they work here. */
  left: z.string().nullable(),
});
export type Operator = z.infer<typeof operator>;
