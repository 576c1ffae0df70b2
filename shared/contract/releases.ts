import { z } from 'zod';
import { askedOverrides } from '#shared/domain/asked-override.ts';
import { guardFinding } from '#shared/domain/guardrail.ts';
import { purposeRecord } from '#shared/domain/purpose-record.ts';
import { recipe } from '#shared/domain/recipe-file.ts';
import { recipientName } from '#shared/domain/recipient-name.ts';
import { rewrittenSince } from '#shared/domain/rewrites.ts';
import { papers } from './control.ts';
import { writtenKinds } from '#shared/domain/written-as.ts';
import { outsiderFigures, disclosureTest, releaseLabel } from '#shared/domain/release-figures.ts';
import { undecidedReleased } from '#shared/domain/undecided-released.ts';
import { method } from './failure.ts';
import { jobEvents } from './job.ts';

/** `custos apply --json`. `certificate` and `output` are file paths on the command line, file names in the window. */
export const releaseResult = z.object({
  output: z.string(),
  /** Rows that read well; those set aside are in `rejectedRows` and in no output. */
  rowsIn: z.number(),
  rejectedRows: z.number(),
  rowsOut: z.number(),
  /** What a line of the file is, and how many lines there are. */
  writtenAs: z.enum(writtenKinds),
  lines: z.number(),
  /** All rows that are not in the output: those left out to reach k, and those of `excluded`. */
  suppressed: z.number(),
  /** Rows left out whatever the target, e.g. of minors in a targeting release. */
  excluded: z.array(z.object({ why: z.string(), rows: z.number() })),
  k: z.number(),
  uniqueRows: z.number(),
  ...outsiderFigures,
  /** What may be said of the output, in one paragraph, and WP216's three questions about it. */
  statement: z.string(),
  tests: z.array(disclosureTest),
  label: releaseLabel,
  /** Columns of the source that nobody had decided on, with what the file has of them; absent where there are none. */
  undecided: z.array(undecidedReleased).optional(),
  certificate: z.string(),
  /** The `.tlog-proof` beside the certificate; null where no register knows of the release. */
  proof: z.string().nullable(),
  /** The Data Package descriptor beside it; null where none is written. */
  descriptor: z.string().nullable(),
  registerEntry: z.number().nullable(),
  /** The register's record of its purpose, which was there or begins with it; null without a workspace. */
  purposeRecord: purposeRecord.nullable(),
  /** To whom it went; null where nobody said. */
  recipient: z.string().nullable(),
  /** Nobody said so now: it is who got the last release of the dataset for that purpose. */
  recipientAsBefore: z.boolean(),
  /** The table of the population that k-map counted; absent where the target asks for none. */
  population: z
    .object({
      name: z.string(),
      sha256: z.string(),
      rows: z.number(),
      people: z.number(),
      counts: z.enum(['rows', 'people']),
      k: z.number(),
      least: z.number(),
    })
    .optional(),
  sha256: z.string(),
  /** Every guardrail's answer about the written file. */
  guardrails: z.array(guardFinding),
  /** How the columns differ from those the recipe was made for, one sentence each. */
  drift: z.array(z.string()),
});
export type ReleaseResult = z.infer<typeof releaseResult>;

export const releaseSummary = z.object({
  id: z.string(),
  datasetId: z.string(),
  fileName: z.string(),
  purpose: z.string(),
  label: releaseLabel,
  createdAt: z.string(),
  rowsOut: z.number(),
  k: z.number(),
  sha256: z.string(),
  /** To whom it went; absent where nobody said. */
  recipient: z.string().optional(),
  registerEntry: z.number().nullable(),
  findings: z.array(guardFinding),
});
export type ReleaseSummary = z.infer<typeof releaseSummary>;

/** A release as the log has it: one file, or those of related tables that were released together. */
const handedOutRelease = z.object({
  releaseId: z.string(),
  /** That of people first; `rows` null in entries from before they were counted. */
  files: z.array(z.object({ fileName: z.string(), rows: z.number().nullable() })).min(1),
  /** Whether related tables were released together. */
  related: z.boolean(),
  /** Whether its certificate is kept; a person may have deleted the record of it. */
  recorded: z.boolean(),
  /** Null where nobody said. */
  purpose: z.string().nullable(),
  recipient: z.string().nullable(),
  label: releaseLabel,
  k: z.number().nullable(),
  writtenAt: z.string(),
  registerEntry: z.number(),
  /** What became of its sources after it was made; null: nothing. */
  rewrittenSince: rewrittenSince.nullable(),
});
export type HandedOutRelease = z.infer<typeof handedOutRelease>;

export const releases = {
  run: method
    .input(
      z.object({
        datasetId: z.string(),
        recipe,
        grantId: z.string(),
        keepOrder: z.boolean().default(false),
        /** Every column is text, also where the format has numbers, truth values and days. */
        asText: z.boolean().default(false),
        /** The delimiter, encoding, byte order mark and line ends of the source; of delimited text only. */
        asSource: z.boolean().default(false),
        recipient: recipientName.optional(),
        /** Blocks that are to be overridden; it takes an approver. */
        overridden: askedOverrides.default([]),
      }),
    )
    .output(jobEvents(releaseResult)),
  list: method.input(z.object({})).output(z.array(releaseSummary)),
  /** Every release that the register knows, newest first, those of related tables among them. */
  handedOut: method.input(z.object({})).output(z.array(handedOutRelease)),
  /**
   * The certificate as canonical JSON, with the result of checking its signature and the output's hash where the file
   * is still there.
   */
  certificate: method.input(z.object({ releaseId: z.string() })).output(
    z.object({
      certificate: z.unknown(),
      signatureValid: z.boolean(),
      outputMatches: z.boolean().nullable(),
      /** What became of its source after it was made; null: nothing. */
      rewrittenSince: rewrittenSince.nullable(),
    }),
  ),
  /**
   * The certificate as a page to print, saved where the person chose: an ending `.pdf` prints it on that paper, any
   * other writes HTML.
   */
  printCertificate: method
    .input(z.object({ releaseId: z.string(), grantId: z.string(), paper: z.enum(papers).default('A4') }))
    .output(z.object({ fileName: z.string() })),
  /** Where a file lies that was written at a place the person chose in this session. */
  place: method.input(z.object({ grantId: z.string() })).output(z.object({ path: z.string() })),
  /** Shows that file in the system's file manager. */
  showInFolder: method.input(z.object({ grantId: z.string() })).output(z.object({})),
  /**
   * Removes the record's files (certificate copy) and says so in the register; the exported file is the operator's own.
   */
  delete: method
    .input(z.object({ releaseId: z.string(), reason: z.string().max(2000).default('') }))
    .output(z.object({})),
};
