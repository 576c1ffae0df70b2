import { z } from 'zod';
import { operator, operatorRole } from '#shared/domain/operator.ts';
import { method } from './failure.ts';

const name = z.string().min(1).max(200);
const reason = z.string().trim().min(1).max(2000);
/** A new passphrase that is easy to guess is refused, unless the person says that they know. */
const weakAccepted = z.boolean().optional();
const everybody = z.array(operator);

/** People at work in the open workspace: each has a role, and a key that their own passphrase seals. */
export const operators = {
  /** In the order they came, those who left included; empty where one person works with the workspace's own key. */
  list: method.input(z.object({})).output(everybody),
  /**
   * Before a workspace is opened: who may say that it is them. Empty where nobody is registered, and where its register
   * cannot be read.
   */
  ofPlace: method
    .input(z.object({ grantId: z.string().optional(), recentId: z.string().optional() }))
    .output(z.array(z.object({ name: z.string(), role: operatorRole }))),
  /**
   * Adds somebody, whose passphrase they type themselves. `own`: the passphrase of whoever adds the first further
   * operator, who is an approver from then on; it seals their key.
   */
  add: method
    .input(
      z.object({
        name,
        role: operatorRole,
        passphrase: z.string().min(1),
        weakAccepted,
        own: z.string().optional(),
      }),
    )
    .output(everybody),
  setRole: method.input(z.object({ name, role: operatorRole, reason })).output(everybody),
  /** Somebody works here no more; who leaves themself closes the workspace by it. */
  leave: method.input(z.object({ name, reason })).output(everybody),
};
