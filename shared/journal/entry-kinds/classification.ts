import { z } from 'zod';
import { classificationPolicy, columnClass } from '#shared/domain/column-class.ts';
import { columnName, count, id, reason, recordSha256, sealedFiles, sha256 } from './payload-fields.ts';

/** What columns are taken for, and what people decided about them. */
export const classificationEntries = {
  'classification.suggested': z.strictObject({
    datasetId: id,
    sourceSha256: sha256.optional(),
    policy: classificationPolicy,
    columns: count,
    classes: z.partialRecord(columnClass, count).optional(),
    needReview: count.optional(),
    sealed: sealedFiles.optional(),
    recordSha256,
  }),
  'classification.decided': z.strictObject({
    datasetId: id.nullable(),
    sourceSha256: sha256.optional(),
    decisions: z
      .array(
        z.strictObject({
          column: columnName,
          action: z.enum(['accepted', 'overridden', 'withdrawn']),
          type: z.string().max(100),
          class: columnClass,
          suggestedType: z.string().max(100).optional(),
          suggestedClass: columnClass.optional(),
          reason: reason.nullable(),
          recordSha256,
        }),
      )
      .min(1),
  }),
} as const;
