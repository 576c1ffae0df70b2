import { z } from 'zod';
import { fact } from './fact.ts';

const rows = z.int().min(0);

/** Rows left out of a customer list because the advertising id that a platform would match by may not be used. */
export const advertisingIds = fact({
  id: 'advertising-ids',
  value: z.strictObject({
    /** Nothing but zeros: its owner does not want to be tracked. */
    limited: rows,
    /** Last seen longer ago than `days`. */
    past: rows,
    /** A date stands beside such ids, and not beside these. */
    undated: rows,
    days: z.int().min(1),
  }),
});
