import { z } from 'zod';
import { fact } from './fact.ts';

/** Rows left out of a targeting release because of the age of whom they are about, on the reference date. */
export const minors = fact({
  id: 'minors',
  value: z.strictObject({
    /** Rows of people under age. */
    underAge: z.int().min(0),
    /** Rows of people whose age cannot be told: never taken for adults. */
    unknownAge: z.int().min(0),
  }),
});
