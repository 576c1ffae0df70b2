import { z } from 'zod';
import { method } from './failure.ts';

/** Tokens and what they stand for. */
export const tokens = {
  /** Each of them goes into the register as looked up, by number and domain alone. */
  lookUp: method
    .input(
      z.object({
        domain: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
        tokens: z.array(z.string().min(1).max(200)).min(1).max(10_000),
      }),
    )
    /** In the order asked; null where the domain has no such token. */
    .output(z.object({ values: z.array(z.string().nullable()) })),
};
