import { z } from 'zod';
import { method } from './failure.ts';

const asked = {
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  tokens: z.array(z.string().min(1).max(200)).min(1).max(10_000),
};

/** Tokens and what they stand for. */
export const tokens = {
  /** Goes into the register by number and domain alone. */
  lookUp: method
    .input(z.object(asked))
    /** In the order asked; null where the domain has no such token. */
    .output(z.object({ values: z.array(z.string().nullable()) })),
  /** Nobody can look them up any more. */
  forget: method
    .input(z.object({ ...asked, reason: z.string().max(2000) }))
    .output(z.object({ forgotten: z.number() })),
};
