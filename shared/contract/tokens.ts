import { z } from 'zod';
import { method } from './failure.ts';

const asked = {
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  tokens: z.array(z.string().min(1).max(200)).min(1).max(10_000),
};

/** Alphabets that a format-preserving cipher writes. */
export const cipherAlphabets = ['digits', 'lower', 'upper', 'mixed'] as const;
export type CipherAlphabet = (typeof cipherAlphabets)[number];

/** Tokens and what they stand for. */
export const tokens = {
  /** Goes into the register by number and domain alone. */
  lookUp: method
    .input(z.object(asked))
    /** In the order asked; null where the domain has no such token. */
    .output(z.object({ values: z.array(z.string().nullable()) })),
  /**
   * What format-preserving encryption wrote, undone under the workspace's key of that name, or of that purpose; null where
   * a value has another form. Goes into the register by number alone.
   */
  decipher: method
    .input(
      z
        .object({
          purpose: z.string().max(100).optional(),
          key: z.string().min(1).max(100).optional(),
          alphabet: z.enum(cipherAlphabets).default('digits'),
          values: z.array(z.string().min(1).max(200)).min(1).max(10_000),
        })
        .refine(({ purpose, key }) => (purpose === undefined) !== (key === undefined), { path: ['purpose'] }),
    )
    .output(z.object({ values: z.array(z.string().nullable()) })),
  /** Nobody can look them up any more. */
  forget: method
    .input(z.object({ ...asked, reason: z.string().max(2000) }))
    .output(z.object({ forgotten: z.number() })),
};
