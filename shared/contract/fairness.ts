import { z } from 'zod';
import { fairnessAudit } from '#shared/domain/fairness-audit.ts';
import { papers } from './control.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** What is asked of an audit (E6). `chosen`, `positive`: values or a comparison; empty: found by two values. */
export const askedAudit = {
  outcome: z.string(),
  chosen: z.array(z.string()).default([]),
  label: z.string().optional(),
  positive: z.array(z.string()).default([]),
  score: z.string().optional(),
  groups: z.array(z.string()),
  /** Column → value. */
  reference: z.record(z.string(), z.string()).default({}),
  /** Absent: found for each column. */
  decimalMark: z.enum(['.', ',']).optional(),
};

const madeAudit = z.object({
  datasetId: z.string(),
  /** Its entry in the log. */
  entry: z.number(),
  /** ISO 8601. */
  at: z.string(),
  audit: fairnessAudit,
});
export type MadeAuditShown = z.infer<typeof madeAudit>;

const choiceColumn = z.object({
  name: z.string(),
  /** Classified as what groups are made of: gender, age, origin. To measure with only. */
  isGroup: z.boolean(),
  /** Classified as a score or label that people are chosen by. */
  isScore: z.boolean(),
  isNumber: z.boolean(),
  distinct: z.number(),
  /** The most frequent values; empty where they may be personal. */
  values: z.array(z.string()),
  hidden: z.boolean(),
  /** The one of two values that means yes; null: somebody has to say it. */
  yes: z.string().nullable(),
});
export type AuditChoiceColumn = z.infer<typeof choiceColumn>;

const auditChoices = z.object({
  columns: z.array(choiceColumn),
  /** The newest audit of the dataset, while its numbers are in hand. */
  made: madeAudit.nullable(),
  /** Audits of these data that the log has, oldest first. */
  inLog: z.array(
    z.object({
      entry: z.number(),
      at: z.string(),
      by: z.string(),
      outcome: z.string(),
      score: z.string().nullable(),
      groups: z.array(z.string()).readonly(),
      disparities: z.number(),
      open: z.number(),
    }),
  ),
});
export type AuditChoices = z.infer<typeof auditChoices>;

/** Audits of a dataset's selection against groups (E6). */
export const fairness = {
  choices: method.input(z.object({ datasetId: z.string() })).output(auditChoices),
  audit: method.input(z.object({ datasetId: z.string(), ...askedAudit })).output(jobEvents(madeAudit)),
  /** As PDF, HTML or JSON, by the ending of the granted place. */
  save: method
    .input(z.object({ entry: z.number(), grantId: z.string(), paper: z.enum(papers).default('A4') }))
    .output(z.object({ fileName: z.string(), sha256: z.string(), registerEntry: z.number() })),
};
