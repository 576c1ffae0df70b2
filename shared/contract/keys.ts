import { z } from 'zod';
import { method } from './failure.ts';

const since = z.string().nullable();

/** Which keys there are, since when, and what was written with them: names and moments, never a key. */
export const keyRegister = z.object({
  /** Of the workspace: its checkpoints and certificates are signed with it. */
  workspace: z.object({ keyId: z.string(), since, passphraseChangedAt: since, recoveryRenewedAt: since }),
  operators: z.array(z.object({ name: z.string(), since: z.string(), leftAt: since })),
  /** Keys of pseudonyms, by the purpose or the name that a recipe gives; `releases` by the epoch they were written in. */
  pseudonyms: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      epoch: z.number(),
      /** When this epoch began: its rotation, else the first release under it. */
      since,
      /** YYYY-MM-DD; null where nothing was released under it. */
      rotateBy: since,
      releases: z.array(z.object({ epoch: z.number(), fileNames: z.array(z.string()) })),
    }),
  ),
  /** Tables of random tokens, by domain. They are not derived from a key and are not rotated. */
  tokens: z.array(z.object({ domain: z.string(), fileNames: z.array(z.string()) })),
  /** When the consent ledger's own key was first used; null: nothing is in the ledger. */
  ledgerSince: since,
  /** Datasets whose rows lie sealed in the folder, and those whose sealed file is missing. */
  sealed: z.object({ datasets: z.number(), missing: z.number() }),
  /** How often values were looked at in the clear or pseudonyms undone, by kind of entry; the newest. */
  revealed: z.array(z.object({ kind: z.string(), times: z.number(), last: z.string() })),
  /** Certificates that are not those that the log names, or are gone: what they used is not known. */
  notKnown: z.number(),
});
export interface KeyRegister extends z.infer<typeof keyRegister> {}
const register: z.ZodType<KeyRegister> = keyRegister;

export const keys = {
  list: method.input(z.object({})).output(register),
  /** A new key for the pseudonyms of a purpose. What was written keeps its own, and joins nothing written from now on. */
  rotate: method
    .input(z.object({ name: z.string().min(1).max(200), reason: z.string().max(2000) }))
    .output(
      z.object({ name: z.string(), epoch: z.number(), fileNames: z.array(z.string()), registerEntry: z.number() }),
    ),
};
