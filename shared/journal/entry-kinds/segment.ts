import { z } from 'zod';
import { segmentMethods, smallGroupWays } from '#shared/domain/segments.ts';
import { columnName, count, decimal, fileName, id, sha256 } from './payload-fields.ts';

/** Counts of people that left the program, by segment. */
export const segmentEntries = {
  'segments.exported': z.strictObject({
    /** Null: no dataset of the workspace. */
    datasetId: id.nullable(),
    sourceSha256: sha256,
    fileName,
    sha256,
    purpose: id,
    by: z.enum(segmentMethods),
    columns: z.array(columnName).max(10),
    referenceDate: z.iso.date(),
    k: count,
    small: z.enum(smallGroupWays),
    /** Groups that are told, and those that are hidden. */
    groups: count,
    hiddenGroups: count,
    /** People in the file together; with noise the sum of the noisy counts. */
    people: count,
    /** Absent: the counts are exact. */
    epsilon: decimal.optional(),
  }),
} as const;
