import { z } from 'zod';
import { columnName, count, fileName, id, recordSha256, sha256 } from './payload-fields.ts';

/** Purposes: what data is used for, and why that is lawful. */
export const purposeEntries = {
  'purpose.saved': z.strictObject({
    purposeId: id,
    title: z.string().max(200),
    sha256,
    lawfulBases: z.array(z.string().max(50)),
    retentionDays: count.nullable(),
    targeting: z.boolean(),
    recordSha256,
  }),
  /** People who may be asked again for consent to a purpose were listed in a file: how many, and whom it leaves out. */
  'purpose.people-listed': z.strictObject({
    datasetId: id,
    purposeId: id,
    fileName,
    sha256,
    people: count,
    rows: count,
    noContact: count,
    refused: count,
    underAge: count,
    ageUnknown: count,
    columns: z.array(columnName).max(100),
  }),
} as const;
