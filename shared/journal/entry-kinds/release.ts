import { z } from 'zod';
import { consentCounts } from '#shared/domain/consent.ts';
import { operatorRole } from '#shared/domain/operator.ts';
import { releaseKind } from '#shared/domain/recipe-file.ts';
import { becameOf } from '#shared/domain/undecided-released.ts';
import { sqlTargets } from '#shared/domain/sql-targets.ts';
import { releaseLabel } from '#shared/domain/release-figures.ts';
import { columnName, count, decimal, fileName, id, reason, recordSha256, sha256 } from './payload-fields.ts';

const release = {
  releaseId: id.optional(),
  datasetId: id.nullable(),
  fileName,
  sourceSha256: sha256,
  recipeSha256: sha256,
  planHash: z.string().max(200).optional(),
  purpose: z.string().max(200),
  release: releaseKind,
  /** To whom it goes, as it was typed. */
  recipient: z.string().max(200).optional(),
  /** The engine that ran the recipe, where it was another than this program's own. */
  elsewhere: z.enum(sqlTargets).optional(),
  label: releaseLabel.optional(),
  rowsIn: count.optional(),
  rowsOut: count.optional(),
  suppressed: count.optional(),
  k: count.optional(),
  uniqueRows: count.optional(),
  uniqueAllColumns: count.optional(),
  relinkable: decimal.optional(),
  targetK: count.optional(),
  targetSuppression: decimal.optional(),
  /** What noise was spent on it, of the ε that all releases of the same people may have together; absent where it has none. */
  spent: z.strictObject({ epsilon: decimal, delta: decimal }).optional(),
  /** Rows left out because consent does not hold, by why; absent where it was not asked, and in older entries. */
  consent: consentCounts.optional(),
  /** Columns of the source that nobody had decided on, and what the file has of them; absent where there are none. */
  undecided: z.array(z.strictObject({ column: columnName, became: z.enum(becameOf) })).optional(),
  /** Guardrails and their verdicts; columns by name. */
  findings: z
    .array(
      z.strictObject({
        id,
        verdict: z.enum(['pass', 'warn', 'block']),
        state: z.enum(['passed', 'needs-you', 'blocked', 'does-not-apply', 'not-stated']).optional(),
        /** Why, by the guardrail's own code; entries from before there were codes have none. */
        code: z.string().max(100).optional(),
        columns: z.array(columnName).optional(),
      }),
    )
    .optional(),
};

/**
 * Blocks in spite of which somebody released, by guardrail and code of its reason, with the reason that was given.
 * Absent where none was, and in entries from before there were overrides.
 */
const overridden = z
  .array(
    z.strictObject({
      guardrail: id,
      code: z.string().max(100).optional(),
      reason,
      by: z.string().max(200),
      role: operatorRole.nullable(),
    }),
  )
  .optional();

/** Of the Data Package descriptor beside it; absent where none was written, and in entries from before there were any. */
const descriptorSha256 = sha256.optional();

/** Releases, from the announcement to the file that was written, refused, or taken back. */
export const releaseEntries = {
  /**
   * Judged, written beside its place and about to get its name: whatever happens from here on, the register knows what
   * it was.
   */
  'release.announced': z.strictObject({
    ...release,
    outputSha256: sha256,
    certificateSha256: sha256,
    descriptorSha256,
    overridden,
  }),
  /** An announced release that did not come to be: its files were taken back, or nobody knows where they were to be. */
  'release.cleared': z.strictObject({
    releaseId: id,
    fileName,
    outputSha256: sha256,
    found: z.enum(['taken-back', 'unknown']),
  }),
  'release.written': z.strictObject({
    ...release,
    outputSha256: sha256,
    certificateSha256: sha256,
    descriptorSha256,
    overridden,
    bytes: count.optional(),
    recordSha256,
  }),
  'release.refused': z.strictObject({
    ...release,
    code: z.enum(['TARGET_MISSED', 'GUARDRAIL_BLOCKS', 'REGISTER_CONTRADICTS']),
    reason: reason.optional(),
  }),
  'release.deleted': z.strictObject({ releaseId: id, fileName: fileName.optional(), reason }),
} as const;
