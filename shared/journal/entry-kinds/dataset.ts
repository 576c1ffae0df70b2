import { z } from 'zod';
import { rewriteCauses } from '#shared/domain/rewrites.ts';
import { joinKeyKind, joinRows } from '#shared/domain/joined-view.ts';
import { columnName, count, fileName, id, reason, recordSha256, sealedFiles, sha256 } from './payload-fields.ts';

const joined = z.strictObject({
  datasetId: id,
  name: z.string().max(1000),
  sha256,
  keyColumn: columnName,
  rows: count,
  people: count,
  /** People whom some row of this source alone tells from all others. */
  unique: count,
});

/** Datasets: how they came, where they are from, what is known of them, and their end. */
export const datasetEntries = {
  'dataset.imported': z.strictObject({
    datasetId: id,
    name: z.string().max(1000),
    fileName,
    sha256,
    bytes: count,
    rows: count,
    rejectedRows: count,
    columns: count,
    format: z.string().max(50),
    channel: z.string().max(100).nullable().optional(),
    informedHow: reason.optional(),
    warnings: count.optional(),
    sealed: sealedFiles.optional(),
    recordSha256,
  }),
  /**
   * Two datasets became a third on a keyed hash. `sha256` and `bytes` are those of its rows as CSV; `matched` are people
   * in both, `people` those in the view; `uniqueOnlyAfter` are alone in it and in neither source, by `countedColumns`.
   */
  'dataset.joined': z.strictObject({
    datasetId: id,
    name: z.string().max(1000),
    sha256,
    bytes: count,
    rows: count,
    columns: count,
    purposeId: id,
    keyKind: joinKeyKind,
    kept: joinRows,
    left: joined,
    right: joined,
    matched: count,
    people: count,
    /** People left out because no valid consent of theirs is known; null where the view does not rest on it. */
    withoutConsent: count.nullable(),
    unique: count,
    uniqueOnlyAfter: count,
    countedColumns: z.array(columnName).max(10_000),
    leftOutColumns: z.array(columnName).max(10_000),
    warnings: count,
    sealed: sealedFiles.optional(),
    recordSha256,
  }),
  'dataset.deleted': z.strictObject({ datasetId: id, name: z.string().max(1000).optional(), reason }),
  'dataset.provenance-set': z.strictObject({
    datasetId: id,
    channel: z.string().max(100).nullable(),
    informedHow: reason,
    recordSha256,
  }),
  /**
   * The rows of a dataset were written anew: so many rows and rejected rows went, so many cells of others hold something
   * else. `rowsSealedBefore` and `sealed` are SHA-256 over the sealed files as they lay and lie in the folder.
   */
  'dataset.rewritten': z.strictObject({
    datasetId: id,
    name: z.string().max(1000),
    reason,
    /** Absent in entries from before it was stated. */
    cause: z.enum(rewriteCauses).optional(),
    rowsBefore: count,
    rowsAfter: count,
    cells: count,
    changedColumns: z.array(columnName).max(10_000),
    rejectedRows: count,
    rowsSealedBefore: sha256,
    sealed: sealedFiles,
    recordSha256,
  }),
  'dictionary.exported': z.strictObject({ datasetId: id, fileName, sha256 }),
  'inventory.exported': z.strictObject({ datasetId: id, fileName, sha256, items: count }),
  /**
   * A description of the dataset's columns was kept with it: how many it describes, and how many of them the dataset
   * has.
   */
  'codebook.imported': z.strictObject({
    datasetId: id,
    fileName,
    sha256,
    variables: count,
    matched: count,
    sealed: sealedFiles.optional(),
  }),
} as const;

/** The entries by which a dataset came to be in the workspace. */
export const arrivalKinds = ['dataset.imported', 'dataset.joined'] as const;
