import { z } from 'zod';
import { count, fileName, id, sha256 } from './payload-fields.ts';

/** Enough of a hash to know a row again by. */
const shortHash = z.string().regex(/^[0-9a-f]{16}$/);

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
  /** A notice of a purpose as a file: a kept one by its version, else what the register gave then. */
  'notice.exported': z.strictObject({
    fileName,
    sha256,
    format,
    /** The purpose’s reference. */
    purposeRef: z.string().max(100),
    /** The record of the notice; null where nobody kept one. */
    notice: z.strictObject({ recordId: id, ref: z.string().max(100), version: z.int().min(1) }).nullable(),
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
    /** Records that were there, of which a draft says now what the file says. */
    updated: count.optional(),
    /** The moment that all of its statements bear; entries of earlier versions have none. */
    saidAt: z.string().max(40).optional(),
    /** By what each record is known when the file comes again: a hash of what it is called there. */
    known: z
      .array(z.tuple([shortHash, id]))
      .max(100_000)
      .optional(),
    /** The number that the file gives an activity, hashed in the same way: several may bear one. */
    numbers: z
      .array(z.tuple([shortHash, id]))
      .max(100_000)
      .optional(),
  }),
} as const;
