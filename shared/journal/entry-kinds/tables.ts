import { z } from 'zod';
import { tablesLabel } from '#shared/domain/anonymised-tables.ts';
import { columnName, count, fileName, id, reason, sha256 } from './payload-fields.ts';

/** Several related tables that were released together. */
export const tablesEntries = {
  'tables.released': z.strictObject({
    releaseId: id,
    label: tablesLabel,
    /** What it is for; absent where nobody said, and in entries from before it was asked. */
    purpose: z.string().max(200).optional(),
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
  /** Several related tables of which none was written. */
  'tables.refused': z.strictObject({
    releaseId: id,
    targetK: count,
    purpose: z.string().max(200).optional(),
    /** The table of people first; what blocks it by guardrail and code. */
    tables: z.array(
      z.strictObject({
        datasetId: id.nullable(),
        sourceSha256: sha256,
        fileName,
        blocking: z.array(z.strictObject({ id, code: z.string().max(100).optional(), columns: z.array(columnName) })),
      }),
    ),
    code: z.enum(['TARGET_MISSED', 'GUARDRAIL_BLOCKS', 'REGISTER_CONTRADICTS']),
    reason,
  }),
} as const;
