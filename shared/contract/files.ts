import { sqlTargets } from '#shared/domain/sql-targets.ts';
import { z } from 'zod';
import { recipientName } from '#shared/domain/recipient-name.ts';
import { classificationPolicy } from '#shared/domain/column-class.ts';
import { fairnessAudit } from '#shared/domain/fairness-audit.ts';
import { anonymisedFile, localEfforts, searchMetrics } from '#shared/domain/anonymised-file.ts';
import { anonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { classification } from '#shared/domain/finding.ts';
import { attackKinds, attackReport } from '#shared/domain/attack-results.ts';
import { askedOverrides } from '#shared/domain/asked-override.ts';
import { guardFinding } from '#shared/domain/guardrail.ts';
import { intakeOptions } from '#shared/domain/intake.ts';
import { comparedFile } from '#shared/domain/kept-figures.ts';
import { columnProfile } from '#shared/domain/profile.ts';
import { recipe, releaseKind } from '#shared/domain/recipe-file.ts';
import { noiseWish } from '#shared/domain/noise-wish.ts';
import { recommendedWay } from '#shared/domain/recommended-way.ts';
import { riskCheck } from '#shared/domain/risk-check.ts';
import { method } from './failure.ts';
import { askedAudit } from './fairness.ts';
import { jobEvents } from './job.ts';
import { fixedRecipe } from './recipes.ts';
import { tablesSettings } from './related.ts';
import { releaseResult } from './releases.ts';

const source = { grantId: z.string(), options: intakeOptions.partial().optional() };

/**
 * What became of the rest of the file: rows set aside, and sentences about what a person should know of the reading.
 */
const reading = { rejectedRows: z.number(), warnings: z.array(z.string()) };

/** Related tables that lie in files: where they are, and where they are written. */
export const askedFilesTogether = z.object({
  ...source,
  /** Column of the table of people that tells them apart. */
  key: z.string(),
  /** Column of the table of people whose equal values stay in one group; k then counts these. */
  household: z.string().optional(),
  /** Columns to keep, of whichever tables have them; absent: all that point at nobody. */
  qi: z.array(z.string()).optional(),
  /** Tables with several rows a person, with the column of each that says whose they are. */
  children: z
    .array(z.object({ ...source, key: z.string() }))
    .min(1)
    .max(20),
  ...tablesSettings,
  /** Granted hierarchy files, by the column each is for in any of the tables. */
  hierarchies: z.array(z.object({ column: z.string(), grantId: z.string() })).default([]),
  /** Where each table is written, that of people first. */
  outputGrantIds: z.array(z.string()),
  certificateGrantId: z.string(),
  force: z.boolean().default(false),
});

/** Work on a file that is in no workspace: what the command line does. */
export const files = {
  profile: method
    .input(z.object({ ...source, examples: z.boolean().default(false) }))
    .output(jobEvents(z.object({ rows: z.number(), columns: z.array(columnProfile), ...reading }))),
  classify: method
    .input(z.object({ ...source, policy: classificationPolicy.default('customer-tracking') }))
    .output(jobEvents(classification.extend(reading))),
  recommend: method
    .input(
      z.object({
        ...source,
        purpose: z.string(),
        release: releaseKind.default('anonymised'),
        way: recommendedWay.optional(),
        /** Of a narrow, anonymised release: several tables over the same rows, so many at most, of so many columns. */
        tables: z.object({ most: z.number().int().min(1).max(200), size: z.number().int().min(2).max(8) }).optional(),
        /** Of counts and of a synthetic twin. */
        noise: noiseWish.optional(),
        /** A file of everybody the rows were drawn from, and how many of them every class needs. */
        population: z.object({ grantId: z.string(), k: z.number().int().min(1).max(1_000_000) }).optional(),
        k: z.number().int().min(1).max(1_000_000).default(5),
        suppression: z.number().min(0).max(1).default(0.05),
        referenceDate: z.string().optional(),
      }),
    )
    .output(jobEvents(recipe)),
  /** Uses the open workspace's keys, policy and register where one is open; else `keyGrantId` names a key file. */
  apply: method
    .input(
      z.object({
        ...source,
        recipe,
        outputGrantId: z.string(),
        keyGrantId: z.string().optional(),
        /** A file of everybody the rows were drawn from, where the recipe's target asks for one. */
        populationGrantId: z.string().optional(),
        keepOrder: z.boolean().default(false),
        /** Every column is text, also where the format has numbers, truth values and days. */
        asText: z.boolean().default(false),
        /** The delimiter, encoding, byte order mark and line ends of the source; of delimited text only. */
        asSource: z.boolean().default(false),
        today: z.string().optional(),
        recipient: recipientName.optional(),
        /** Where no recipient is given: who got the last release of the dataset for that purpose. */
        recipientAsBefore: z.boolean().default(false),
        /** Blocks that are to be overridden; it takes an open workspace and an approver. */
        overridden: askedOverrides.default([]),
        force: z.boolean().default(false),
      }),
    )
    .output(jobEvents(releaseResult)),
  /** Measures what another engine made of a recipe, and releases it: certificate and entry say that it was run elsewhere. */
  certify: method
    .input(
      z.object({
        ...source,
        recipe,
        engine: z.enum(sqlTargets),
        /** The columns of the table that the other engine read, in order. */
        columns: z.array(z.string()).max(100_000),
        /** The rows of custos_checks, as CSV. */
        checksGrantId: z.string().optional(),
        outputGrantId: z.string(),
        today: z.string().optional(),
        recipient: recipientName.optional(),
        overridden: askedOverrides.default([]),
        force: z.boolean().default(false),
      }),
    )
    .output(jobEvents(releaseResult)),
  /** The least lossy levels under which the models hold, written and measured again. */
  anonymise: method
    .input(
      z.object({
        ...source,
        qi: z.array(z.string()),
        sensitive: z.array(z.string()).default([]),
        /** Column that tells people apart: k then counts them, not rows. */
        person: z.string().optional(),
        /** Privacy models beside k-anonymity, by their ids. */
        models: z.array(z.object({ id: z.string(), settings: z.record(z.string(), z.unknown()) })).default([]),
        k: z.int().min(1).max(1_000_000_000).default(5),
        /** A file of everybody the rows were drawn from, with the quasi-identifiers under the same names: for k-map. */
        populationGrantId: z.string().optional(),
        /** Share of the rows that may be suppressed. */
        suppression: z.number().min(0).max(1).default(0.05),
        /** Labels row by row, no row suppressed; absent: one level for each column. */
        local: z.enum(localEfforts).optional(),
        metric: z.enum(searchMetrics).default('loss'),
        /** Granted hierarchy files, by the column each is for. */
        hierarchies: z.array(z.object({ column: z.string(), grantId: z.string() })).default([]),
        limits: z
          .array(
            z.object({
              column: z.string(),
              least: z.int().min(0).optional(),
              most: z.int().min(0).optional(),
              weight: z.number().min(0).optional(),
            }),
          )
          .default([]),
        /** Seconds of the search after which the best so far is taken. */
        seconds: z.number().positive().max(86_400).default(60),
        keepOrder: z.boolean().default(false),
        outputGrantId: z.string(),
        force: z.boolean().default(false),
      }),
    )
    .output(jobEvents(anonymisedFile)),
  /** A table of people and tables with several rows a person, as one release: k over all of them joined. */
  anonymiseTables: method.input(askedFilesTogether).output(jobEvents(anonymisedTables)),
  risk: method
    .input(
      z.object({
        ...source,
        qi: z.array(z.string()).optional(),
        sensitive: z.array(z.string()).default([]),
        person: z.string().optional(),
        k: z.number().int().min(1).optional(),
        /** A chance of being found above which a row is at risk; absent: 1/k. */
        threshold: z.number().min(0).max(1).optional(),
        /** People the file was drawn from. */
        population: z.number().int().min(1).max(20_000_000_000).optional(),
        /** A file of everybody the file was drawn from, with the counted columns under the same names. */
        populationGrantId: z.string().optional(),
        /** Ids of knowledge sets; absent: all. */
        knowledge: z.array(z.string()).optional(),
      }),
    )
    .output(jobEvents(riskCheck)),
  /**
   * What an outsider finds in a released file who has its source. With the recipe it was made with, halves of the source
   * are released and attacked; a keyed recipe takes the open workspace's keys, or a key file.
   */
  attack: method
    .input(
      z.object({
        ...source,
        sourceGrantId: z.string(),
        recipe: recipe.optional(),
        keyGrantId: z.string().optional(),
        today: z.string().optional(),
        limits: z.partialRecord(z.enum(attackKinds), z.number().min(0.001).max(1)).default({}),
      }),
    )
    .output(jobEvents(attackReport)),
  /**
   * What a recipe keeps of the distributions and correlations of a file, and what other choices would cost; nothing is
   * written.
   */
  compare: method
    .input(z.object({ ...source, recipe, keyGrantId: z.string().optional(), today: z.string().optional() }))
    .output(jobEvents(comparedFile)),
  /**
   * The guardrails on what a recipe would write, or on the file as it is; nothing is written. With a workspace open its
   * policy and register count.
   */
  guard: method
    .input(
      z.object({
        ...source,
        recipe: recipe.optional(),
        purpose: z.string().optional(),
        release: releaseKind.default('anonymised'),
        today: z.string().optional(),
      }),
    )
    .output(
      jobEvents(
        z.object({
          file: z.string(),
          release: releaseKind,
          purpose: z.string().nullable(),
          asItStands: z.boolean(),
          rowsIn: z.number(),
          rowsOut: z.number(),
          /** Rows that a release by the recipe would leave out, whatever the target, by why. */
          excluded: z.array(z.object({ why: z.string(), rows: z.number() })),
          findings: z.array(guardFinding),
          /** Why a release by the recipe would be refused; null where it would be written, and for a file as it is. */
          refused: z.object({ code: z.enum(['TARGET_MISSED', 'GUARDRAIL_BLOCKS']), sentence: z.string() }).nullable(),
        }),
      ),
    ),
  /** The recipe with what settles the findings of `guard`, as far as no choice of a person is in it. */
  fix: method.input(z.object({ ...source, recipe, findings: z.array(guardFinding) })).output(jobEvents(fixedRecipe)),
  /** E6: an outcome against groups. `chosen`, `positive`: values or a comparison; empty: found by two values. */
  fairness: method
    .input(
      z.object({
        ...source,
        ...askedAudit,
        /** A granted place for the audit as a page (HTML). */
        pageGrantId: z.string().optional(),
      }),
    )
    /** `registerEntry`: where a workspace is open, the audit's entry in its log. */
    .output(jobEvents(fairnessAudit.extend({ registerEntry: z.number().nullable() }))),
};
