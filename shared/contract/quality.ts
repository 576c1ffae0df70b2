import { z } from 'zod';
import {
  qualityCheck,
  qualityResult,
  qualityRun,
  sampleAudit,
  sampleMarks,
  settledWays,
} from '#shared/domain/quality.ts';
import { intakeOptions } from '#shared/domain/intake.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

const of = { datasetId: z.string() };

const qualityShown = z.object({
  ...of,
  everyDays: z.number(),
  freshDays: z.number(),
  /** Whether the dataset has a rhythm of its own. */
  own: z.boolean(),
  /** The day on which it is due again (`YYYY-MM-DD`). */
  next: z.string(),
  overdue: z.boolean(),
  proposed: z.array(qualityCheck),
  /** The newest run; null: it was never checked. */
  last: qualityRun.nullable(),
  /** Oldest first. */
  audits: z.array(sampleAudit),
});
export interface QualityShown extends z.infer<typeof qualityShown> {}
const shown: z.ZodType<QualityShown> = qualityShown;

const qualityChecked = z.object({
  file: z.string(),
  day: z.string(),
  rows: z.number(),
  findings: z.array(qualityResult),
});
export interface QualityChecked extends z.infer<typeof qualityChecked> {}

/** Which rows are drawn, and what is looked at of each. */
const sample = { ...of, size: z.number(), seed: z.number(), columns: z.array(z.string()).min(1).max(200) };

const drawnSample = z.object({
  ...sample,
  /** `row` from 0; a cell for each column, masked where it may not be seen. */
  rows: z.array(
    z.object({ row: z.number(), cells: z.array(z.object({ text: z.string().nullable(), masked: z.boolean() })) }),
  ),
});
export interface DrawnSample extends z.infer<typeof drawnSample> {}

const markedSample = z.object({
  ...sample,
  marks: z.array(z.object({ row: z.number(), mark: z.enum(sampleMarks) })),
});
export interface MarkedSample extends z.infer<typeof markedSample> {}

/** The accuracy of datasets (GDPR Art. 5(1)(d)): checks, their findings, samples held against their source. */
export const quality = {
  get: method.input(z.object(of)).output(shown),
  run: method.input(z.object(of)).output(jobEvents(qualityRun)),
  settle: method
    .input(
      z.object({
        ...of,
        run: z.number().optional(),
        check: z.string(),
        way: z.enum(settledWays),
        reason: z.string(),
        until: z.string().nullable().optional(),
      }),
    )
    .output(shown),
  schedule: method
    .input(z.object({ ...of, everyDays: z.number().optional(), freshDays: z.number().optional(), reason: z.string() }))
    .output(shown),
  draw: method.input(z.object(sample)).output(drawnSample),
  audit: method.input(markedSample).output(sampleAudit),
  /** The quality of a file that is in no workspace. Nothing is entered. */
  file: method
    .input(z.object({ grantId: z.string(), options: intakeOptions.partial().optional() }))
    .output(jobEvents(qualityChecked)),
};
