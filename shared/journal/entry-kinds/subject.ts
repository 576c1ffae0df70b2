import { z } from 'zod';
import { keepingGrounds } from '#shared/domain/request.ts';
import { columnName, count, id, reason, recordSha256, sha256 } from './payload-fields.ts';

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
  /**
   * They were taken out of what the workspace holds: of so many datasets, so many records of theirs and cells in records
   * of others; `consentBatches` are the readings of the ledger that lost events of theirs, as they are now; `left` may be
   * about others, `remains` Custos cannot erase.
   */
  'subject.erased': z.strictObject({
    identifiers: count,
    places: count,
    reason,
    datasets: count,
    rows: count,
    cells: count,
    rejectedRows: count,
    tokens: count,
    consents: count,
    consentBatches: z
      .array(z.strictObject({ batchId: id, events: count, eventsSha256: sha256, recordSha256 }))
      .max(10_000),
    recipes: count,
    codebooks: count,
    suppressed: count,
    left: count,
    remains: count,
    /** Records that a law keeps: how many, in how many columns, which columns were emptied. */
    kept: z
      .array(
        z.strictObject({
          datasetId: id,
          rows: count,
          columns: count,
          emptied: z.array(columnName).max(10_000),
          ground: z.enum(keepingGrounds),
          reason,
        }),
      )
      .max(1000)
      .optional(),
    /** Events of the consent ledger that a law keeps. */
    consentsKept: z.strictObject({ events: count, ground: z.enum(keepingGrounds), reason }).optional(),
  }),
  /** What a dataset says of them was put right in so many records; `handedOver` files have it otherwise. */
  'subject.rectified': z.strictObject({
    datasetId: id,
    column: columnName,
    rows: count,
    cells: count,
    handedOver: count,
    reason,
  }),
  /** Keyed hashes of somebody's values were put on the suppression list, which has so many now. */
  'suppression.added': z.strictObject({ identifiers: count, added: count, hashes: count, reason, recordSha256 }),
  /** Keyed hashes of somebody's values were taken off it again. */
  'suppression.removed': z.strictObject({ identifiers: count, removed: count, hashes: count, reason, recordSha256 }),
  'subject.exported': z.strictObject({
    datasets: count,
    rows: count,
    consents: count,
    releases: count,
    notSearched: count,
    sha256,
  }),
} as const;
