import { z } from 'zod';
import { count, fileName, sha256 } from './payload-fields.ts';

const format = z.string().max(20);

/** The register of processing as a file, out and in: counts and the file's hash, and nothing that it says. */
export const registerFileEntries = {
  'register.exported': z.strictObject({
    fileName,
    sha256,
    format,
    asOf: z.string().max(40),
    activities: count,
    drafts: count,
    /** Fields that the format has no place for. */
    leftOut: count,
  }),
  /** An impact assessment as a file: how many fields of the template it fills. */
  'assessment.exported': z.strictObject({
    fileName,
    sha256,
    format,
    /** The activity's reference. */
    ref: z.string().max(100),
    fields: count,
    filled: count,
  }),
  /** What was imported is drafts: each is told of by an entry of its own. */
  'register.imported': z.strictObject({
    fileName,
    sha256,
    format,
    activities: count,
    records: count,
    rows: count,
    notMapped: count,
  }),
} as const;
