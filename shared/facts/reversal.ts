import { z } from 'zod';
import { fact } from './fact.ts';

/**
 * How hashes without a key can be undone, measured on this machine: the values of a column lie in a range, whoever tries
 * all of it finds them. `values`: how many the range holds, null where the values follow no pattern, so that they are
 * tried from a list. `perSecond`: tries in a second here. `sample` different values were looked for in `tried` tries,
 * `undone` of them were found.
 */
export const reversal = fact({
  id: 'reversal',
  value: z.array(
    z.strictObject({
      /** Output. */
      column: z.string(),
      values: z.number().min(1).nullable(),
      perSecond: z.int().min(1),
      sample: z.int().min(0),
      tried: z.int().min(0),
      undone: z.int().min(0),
    }),
  ),
});
