import { z } from 'zod';
import { fact } from './fact.ts';

/** Rows left out because the recipe chooses a segment that they are not in. */
export const segment = fact({
  id: 'segment',
  value: z.strictObject({
    /** Source columns that the segment is chosen by. */
    columns: z.array(z.string()),
    /** Rows outside of it. */
    leftOut: z.int().min(0),
  }),
});
