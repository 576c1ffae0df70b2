import { z } from 'zod';
import { count, fileName, id, reason, recordSha256, sha256 } from './payload-fields.ts';

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
    recordSha256,
  }),
  'dataset.deleted': z.strictObject({ datasetId: id, name: z.string().max(1000).optional(), reason }),
  'dataset.provenance-set': z.strictObject({
    datasetId: id,
    channel: z.string().max(100).nullable(),
    informedHow: reason,
    recordSha256,
  }),
  'dictionary.exported': z.strictObject({ datasetId: id, fileName, sha256 }),
  'inventory.exported': z.strictObject({ datasetId: id, fileName, sha256, items: count }),
  /**
   * A description of the dataset's columns was kept with it: how many it describes, and how many of them the dataset
   * has.
   */
  'codebook.imported': z.strictObject({ datasetId: id, fileName, sha256, variables: count, matched: count }),
} as const;
