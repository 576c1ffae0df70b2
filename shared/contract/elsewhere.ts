import { z } from 'zod';
import { figureTold, targetTold } from '#shared/domain/made-elsewhere.ts';
import { recipe } from '#shared/domain/recipe-file.ts';
import { recipientName } from '#shared/domain/recipient-name.ts';
import { sqlTargets } from '#shared/domain/sql-targets.ts';
import { papers } from './control.ts';
import { method } from './failure.ts';

const asked = z.object({
  recipe,
  engine: z.enum(sqlTargets),
  /** The columns of the table that the other engine read, in order. */
  columns: z.array(z.string()).max(100_000),
  /** The rows of custos_checks, as CSV or JSON. */
  checksGrantId: z.string(),
  certificateGrantId: z.string(),
  today: z.string().optional(),
  recipient: recipientName.optional(),
  force: z.boolean().default(false),
});
export type AskedTold = z.output<typeof asked>;

/** `custos certify --json` without a file. */
export const toldResult = z.object({
  releaseId: z.string(),
  /** File path of the certificate, its SHA-256, and the number of its entry. */
  certificate: z.string(),
  sha256: z.string(),
  registerEntry: z.number(),
  engine: z.enum(sqlTargets),
  /** None of the figures was. */
  recomputed: z.literal(false),
  checksSha256: z.string(),
  told: z.array(figureTold),
  target: z.array(targetTold),
});
export type ToldResult = z.infer<typeof toldResult>;

export const toldSummary = z.object({
  releaseId: z.string(),
  registerEntry: z.number(),
  createdAt: z.string(),
  engine: z.enum(sqlTargets),
  purpose: z.string(),
  recipient: z.string().nullable(),
  toldRowsIn: z.number(),
  toldRowsOut: z.number(),
  /** Null where no column was counted by. */
  toldK: z.number().nullable(),
});
export type ToldSummary = z.infer<typeof toldSummary>;

/** Runs of recipes on other engines of which nothing but their figures came here: told, never recomputed. */
export const elsewhere = {
  certify: method.input(asked).output(toldResult),
  /** The newest first. */
  list: method.input(z.object({})).output(z.array(toldSummary)),
  /** The certificate as canonical JSON, and whether it is what was signed. */
  certificate: method
    .input(z.object({ releaseId: z.string() }))
    .output(z.object({ certificate: z.unknown(), signatureValid: z.boolean() })),
  /** The certificate as a page to print, saved where the person chose: `.pdf` prints it on that paper, else HTML. */
  printCertificate: method
    .input(z.object({ releaseId: z.string(), grantId: z.string(), paper: z.enum(papers).default('A4') }))
    .output(z.object({ fileName: z.string() })),
};
