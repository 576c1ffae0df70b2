import { z } from 'zod';
import { fact } from './fact.ts';

/** Rows left out of a targeting release that rests on consent, because it does not hold on the reference date. */
export const consent = fact({
  id: 'consent',
  value: z.strictObject({
    /** Source columns that say whether consent holds; each of them has to. */
    columns: z.array(z.string()),
    /** Rows left out by them that nothing else left out before. */
    leftOut: z.int().min(0),
  }),
});
