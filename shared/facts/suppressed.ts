import { z } from 'zod';
import { fact } from './fact.ts';

/** Rows left out of a release because they are about people on the suppression list. */
export const suppressed = fact({
  id: 'suppressed',
  value: z.strictObject({
    /** Columns that name people, by which they were looked for. */
    columns: z.array(z.string()),
    leftOut: z.int().min(0),
  }),
});
