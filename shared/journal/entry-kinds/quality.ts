import { z } from 'zod';
import { notDoneReasons, qualityRuleIds, qualityStates, settledWays } from '#shared/domain/quality.ts';
import { columnName, count, decimal, id, reason, sha256 } from './payload-fields.ts';

const columns = z.array(columnName).min(1).max(1000);
const day = z.iso.date();

const checked = z.strictObject({
  rule: z.enum(qualityRuleIds),
  columns,
  type: z.string().max(200),
  low: decimal.optional(),
  high: decimal.optional(),
  days: count.optional(),
  refers: z.strictObject({ datasetId: id, column: columnName }).optional(),
  limit: decimal,
  state: z.enum(qualityStates),
  notDone: z.enum(notDoneReasons).optional(),
  rows: count,
  failures: count,
  oldest: day.nullable().optional(),
  newest: day.nullable().optional(),
});

/** The accuracy of datasets: what was checked, how it was settled, how often. Columns and counts, never a value. */
export const qualityEntries = {
  'quality.checked': z.strictObject({
    datasetId: id,
    sourceSha256: sha256,
    rows: count,
    day,
    checks: z.array(checked).max(20_000),
    /** Of the results as a JSON text, masked examples among them. */
    resultsSha256: sha256,
  }),
  /** Somebody said what becomes of a finding. */
  'quality.settled': z.strictObject({
    datasetId: id,
    /** The entry of the run. */
    run: count,
    rule: z.enum(qualityRuleIds),
    columns,
    type: z.string().max(200),
    way: z.enum(settledWays),
    until: day.nullable(),
    reason,
    rows: count,
    failures: count,
  }),
  /** How often a dataset is checked, and when its rows are old. */
  'quality.scheduled': z.strictObject({ datasetId: id, everyDays: count, freshDays: count, reason }),
  /** Rows that were drawn, held against their source by a person. */
  'quality.audited': z.strictObject({
    datasetId: id,
    seed: count,
    drawn: count,
    right: count,
    wrong: count,
    cannotTell: count,
    columns,
    low: decimal.nullable(),
    high: decimal.nullable(),
    /** Of the marks by row, as a JSON text. */
    marksSha256: sha256,
  }),
} as const;
