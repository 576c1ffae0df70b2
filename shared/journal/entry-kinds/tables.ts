import { z } from 'zod';
import { count, fileName, id, sha256 } from './payload-fields.ts';

/** Several related tables that were released together. */
export const tablesEntries = {
  'tables.released': z.strictObject({
    releaseId: id,
    label: z.literal('k-anonymous'),
    /** Fewest people who read alike over all tables joined. */
    k: count,
    targetK: count,
    counts: z.enum(['people', 'households']),
    people: count,
    /** The table of people first. */
    tables: z.array(
      z.strictObject({ datasetId: id.nullable(), sourceSha256: sha256, fileName, outputSha256: sha256, rows: count }),
    ),
    certificateSha256: sha256,
  }),
} as const;
