import { z } from 'zod';
import { fairnessMeasures } from '#shared/domain/fairness-audit.ts';
import { columnName, count, decimal, fileName, id, sha256 } from './payload-fields.ts';

/** Which cells count as yes; a text that does is a value of the data, and is not kept here. */
const yes = z.strictObject({
  column: columnName,
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('texts') }),
    z.strictObject({ kind: z.literal('number'), sign: z.enum(['>=', '>', '<=', '<']), than: decimal }),
  ]),
  chosenBy: z.enum(['person', 'values']),
});

const measure = z.enum([...fairnessMeasures, 'equalisedOdds', 'calibration']);

/** How many groups have which verdict, the reference left out. */
const verdicts = z.strictObject({
  measure,
  disparity: count,
  noDisparity: count,
  inconclusive: count,
  tooSmall: count,
  notStated: count,
});

/** Audits of a selection against groups (E6): columns, formulas and counts, never the name of a group. */
export const fairnessEntries = {
  'fairness.audited': z.strictObject({
    /** Null: a file that is no dataset of the workspace. */
    datasetId: id.nullable(),
    fileName,
    sourceSha256: sha256,
    /** Over the names of the columns in order: a file may hold several tables. */
    columnsSha256: sha256,
    outcome: yes,
    label: yes.nullable(),
    score: columnName.nullable(),
    groups: z.array(columnName).max(100),
    rows: count,
    people: count,
    chosen: count,
    groupings: z
      .array(
        z.strictObject({ columns: z.array(columnName).max(100), groups: count, verdicts: z.array(verdicts).max(20) }),
      )
      .max(100),
    formulas: z.array(z.strictObject({ measure: z.string().max(100), formula: z.string().max(500) })).max(30),
    settings: z.strictObject({
      confidence: decimal,
      bandLow: decimal,
      bandHigh: decimal,
      alpha: decimal,
      smallestGroup: count,
      smallestExpected: count,
    }),
    tested: z.strictObject({ comparisons: count, families: count }),
    /** Of the audit as a JSON file, as it is saved. */
    auditSha256: sha256,
  }),
  /** An audit was written as a file. */
  'fairness.exported': z.strictObject({
    auditEntry: count,
    fileName,
    sha256,
    format: z.enum(['pdf', 'html', 'json']),
  }),
} as const;
