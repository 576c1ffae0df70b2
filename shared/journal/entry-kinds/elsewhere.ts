import { z } from 'zod';
import { releaseKind } from '#shared/domain/recipe-file.ts';
import { sqlTargets } from '#shared/domain/sql-targets.ts';
import { count, fileName, id, sha256 } from './payload-fields.ts';

/** Runs of recipes on other engines of which nothing but their figures came here. */
export const elsewhereEntries = {
  /** Figures as they were told: nobody here saw the file, and none of them was recomputed. */
  'elsewhere.told': z.strictObject({
    releaseId: id,
    engine: z.enum(sqlTargets),
    /** The file of the figures. */
    fileName,
    checksSha256: sha256,
    recipeSha256: sha256,
    planHash: sha256,
    purpose: z.string().max(200),
    release: releaseKind,
    recipient: z.string().max(200).optional(),
    toldRowsIn: count,
    toldRowsOut: count,
    /** Absent where no column is counted by. */
    toldK: count.optional(),
    toldUniqueRows: count.optional(),
    certificateSha256: sha256,
  }),
} as const;
