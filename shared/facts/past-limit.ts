import { z } from 'zod';
import { fact } from './fact.ts';

/** Written identifiers that may be kept for so many days only, each by the date that stands beside it. */
export const pastLimit = fact({
  id: 'past-limit',
  value: z.array(
    z.strictObject({
      /** Semantic type of the identifier. */
      type: z.string(),
      /** Its source column. */
      column: z.string(),
      /** How long it may be kept. */
      days: z.int().min(0),
      /** Rows that would be written and whose identifier is surely older on the reference date. */
      rows: z.int().min(0),
    }),
  ),
});
