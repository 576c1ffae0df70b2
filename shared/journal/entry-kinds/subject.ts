import { z } from 'zod';
import { count, sha256 } from './payload-fields.ts';

/** What was done for, or about, one person whose data are processed; never who they are. */
export const subjectEntries = {
  /** They were looked for by so many values, in so many places, and so many rows had them. */
  'subject.searched': z.strictObject({
    identifiers: count,
    places: count,
    hits: count,
    rows: count,
    notSearched: count,
  }),
  /** A copy of their data was written for them. */
  'subject.exported': z.strictObject({
    datasets: count,
    rows: count,
    consents: count,
    releases: count,
    notSearched: count,
    sha256,
  }),
} as const;
