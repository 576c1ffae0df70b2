import { z } from 'zod';
import { columnName, count, fileName, id, reason } from './payload-fields.ts';

/** Values that somebody looked at in the clear; never the value itself. */
export const revealingEntries = {
  /** One cell (`row` 0-based) or, without `row`, the whole column; never the value. */
  'value.revealed': z.strictObject({
    datasetId: id,
    column: columnName,
    row: count.optional(),
    revealed: z.boolean().optional(),
  }),
  /** A filter on a masked column; the words searched for are not kept. */
  'value.searched': z.strictObject({ datasetId: id, column: columnName, comparison: z.string().max(40) }),
  /** How many rows hold each value of a masked column was asked for; no value is kept. */
  'value.counted': z.strictObject({ datasetId: id, column: columnName }),
  /** The first rows of a file were shown in clear before it was imported; no value is kept. */
  'file.looked-into': z.strictObject({ fileName, rows: count, columns: count }),
  /** Tokens were asked what they stand for: how many, and how many the domain knows; neither they nor their values. */
  'token.looked-up': z.strictObject({ domain: z.string().max(40), tokens: count, found: count }),
  /** Tokens were taken out of the table: how many were in it. */
  'token.forgotten': z.strictObject({ domain: z.string().max(40), tokens: count, reason }),
  /** Values of format-preserving encryption were undone under a key: how many, and how many had the form; no value. */
  'value.deciphered': z.strictObject({
    key: z.string().max(100),
    alphabet: z.string().max(20),
    values: count,
    found: count,
  }),
} as const;
