import { z } from 'zod';
import { fact } from './fact.ts';

/**
 * Identifiers that may be kept for so many days only, each by the date that stands beside it. A release empties their
 * cells; where a file is judged as it is, they are in it.
 */
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
      /** Rows whose identifier is older on the reference date. */
      rows: z.int().min(0),
      /** Rows whose identifier has no date, where others of its column have one. */
      undated: z.int().min(0),
      /** Rows whose identifier is younger. */
      left: z.int().min(0),
    }),
  ),
});
