import { z } from 'zod';

/**
 * What every value of a written column is, by the words of Table Schema; `string` says no more than text. `complete`:
 * no value is missing. It tells nothing of a single value.
 */
export const writtenType = z.strictObject({
  type: z.enum(['string', 'boolean', 'integer', 'number', 'date', 'datetime', 'yearmonth']),
  complete: z.boolean(),
});
export type WrittenType = z.infer<typeof writtenType>;
