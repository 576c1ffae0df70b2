import { z } from 'zod';
import { audienceMade } from '#shared/domain/audience.ts';
import { guardFinding } from '#shared/domain/guardrail.ts';
import { writtenType } from '#shared/domain/written-type.ts';
import { outputFormats } from '#shared/domain/output-formats.ts';
import { disclosureTest, earlierEdition, releaseLabel } from '#shared/domain/release-figures.ts';
import { textForm } from '#shared/domain/text-form.ts';
import { recipeFile, releaseKind } from '#shared/domain/recipe-file.ts';
import { datasetRewrites } from '#shared/domain/rewrites.ts';
import { undecidedReleased } from '#shared/domain/undecided-released.ts';
import { madeElsewhere } from '#shared/domain/made-elsewhere.ts';
import { certifiedAttacks } from './certified-attacks.ts';
import { certifiedSpend } from './certified-spend.ts';
import { certifiedPolicy } from './certified-policy.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

/**
 * A privacy model's answer about the written file; `column` null: about its classes. `value` and `wanted` are decimals.
 */
export const modelVerdict = z.strictObject({
  model: z.string(),
  column: z.string().nullable(),
  value: z.string(),
  wanted: z.string(),
  met: z.boolean(),
  detail: z.string(),
});
export type ModelVerdict = z.infer<typeof modelVerdict>;

/** Ed25519 over the UTF-8 bytes of `signedText(certificate)`. `publicKey` and `signature` are base64. */
export const certificateSignature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  publicKey: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

export const certificateFormat = 'custos-certificate';
export const certificateFormatVersion = 2;

/**
 * An earlier release of the same source and the share of this one's rows that agree with exactly one of its rows; null:
 * not measured.
 */
const earlierRelease = z.strictObject({
  releaseId: z.string(),
  output: z.string(),
  createdAt: z.string(),
  columns: z.array(z.string()),
  joined: z.string().nullable(),
  why: z.string(),
});

/** The same of a release of another edition of the same people; `joined` is a decimal. */
const certifiedEdition = z.strictObject({ ...earlierEdition.shape, joined: z.string().nullable() });

/**
 * What is vouched for one released file. It holds names of columns, counts and hashes, never a cell value. `measured`
 * was recomputed from the written file; decimals outside the recipe are text, so that every implementation reads the
 * same number. Version 1 did not count over all columns: `outsider` is not there, and its `anonymised` was said of the
 * quasi-identifiers alone.
 */
export const certificate = z
  .strictObject({
    format: z.literal(certificateFormat),
    formatVersion: z.union([z.literal(1), z.literal(certificateFormatVersion)]),
    createdAt: z.iso.datetime(),
    operator: z.string().nullable(),
    workspace: z.strictObject({ id: z.string(), organisation: z.string() }).nullable(),
    release: releaseKind,
    label: releaseLabel,
    statement: z.string(),
    purpose: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
    /** To whom the file goes, as it was said; absent where nobody said, and in certificates from before it was asked. */
    recipient: z.string().max(200).optional(),
    inputs: z.array(
      z.strictObject({
        name: z.string(),
        sha256,
        rows: count,
        rejectedRows: count,
        columns: count,
        /** Absent where the rows were those of the source, and in certificates from before it was recorded. */
        rewrites: datasetRewrites.optional(),
      }),
    ),
    /**
     * The table of everybody that the source was drawn from, as it was counted for k-map: people in the written class with
     * fewest. Absent where the target asks for none.
     */
    population: z
      .strictObject({
        name: z.string(),
        sha256,
        rows: count,
        people: count,
        counts: z.enum(['rows', 'people']),
        k: count,
        least: count,
      })
      .optional(),
    recipe: recipeFile,
    referenceDate: z.iso.date(),
    /** Which engine ran the recipe, where it was another; absent where it was run here. */
    elsewhere: madeElsewhere.optional(),
    /** Absent where no row of the policy decided anything, and in certificates from before they were recorded. */
    policy: z.array(certifiedPolicy).optional(),
    /**
     * How far the consent ledger had come, and the day on which consent had to hold; absent where the release did not go
     * by it.
     */
    consent: z.strictObject({ columns: z.array(z.string()), lastEvent: count, day: z.iso.date() }).optional(),
    /** Absent where it is no customer list for a platform, and in certificates from before it was recorded. */
    audience: audienceMade.optional(),
    /** What noise was spent on it; absent where it has none. */
    spent: certifiedSpend.optional(),
    planHash: sha256,
    rowOrder: z.enum(['shuffled', 'kept']),
    output: z.strictObject({
      name: z.string(),
      format: z.enum(outputFormats.map(({ id }) => id)),
      sha256,
      bytes: count,
      rows: count,
      /**
       * Numbers, truth values and days are stored as such where every text comes back from them; absent: all is text, as
       * it was before there was a choice.
       */
      typed: z.literal(true).optional(),
      /** How its bytes stand where they stand as those of the source; absent: UTF-8 without a mark, LF. */
      form: textForm.optional(),
      columns: z.array(
        z.strictObject({
          name: z.string(),
          treatment: z.string(),
          sources: z.array(z.string()),
          /** What stands above it in the file, where that is not its name. */
          header: z.string().optional(),
          /** What its written values are; absent in certificates from before it was looked at. */
          written: writtenType.optional(),
        }),
      ),
    }),
    /**
     * Columns of the source that are not in the output because nobody decided on them. Absent in certificates from
     * before it was recorded.
     */
    leftOut: z
      .array(z.strictObject({ column: z.string(), why: z.enum(['new', 'unnamed', 'unrecognised']) }))
      .optional(),
    /**
     * Every column of the source that nobody had decided on, with what the file has of it: left out or not. Absent in
     * certificates from before it was recorded.
     */
    undecided: z.array(undecidedReleased).optional(),
    rows: z.strictObject({
      in: count,
      out: count,
      suppressed: count,
      excluded: z.array(z.strictObject({ why: z.string(), rows: count })),
    }),
    measured: z.strictObject({
      quasiIdentifiers: z.array(z.string()),
      /** Whether class sizes, k and unique rows count rows or, where a person has several, people. */
      counts: z.enum(['rows', 'people']),
      k: count,
      uniqueRows: count,
      classes: count,
      targetK: count,
      suppressionLimit: z.string(),
      suppressedShare: z.string(),
    }),
    /**
     * What somebody finds who looks at all columns of the written file. `earlierReleases` null: none is known without a
     * register.
     */
    outsider: z
      .strictObject({
        uniqueAllColumns: count,
        relinkable: z.string(),
        earlierReleases: z.array(earlierRelease).nullable(),
        /**
         * Releases of other editions of the same people; absent where none is known, and in certificates from before they
         * were compared.
         */
        earlierEditions: z.array(certifiedEdition).optional(),
      })
      .optional(),
    /**
     * What attacks on it found. Absent where it is not to be anonymised or was not attacked, and in certificates from before
     * releases were.
     */
    attacks: certifiedAttacks.optional(),
    models: z.array(modelVerdict),
    disclosureTests: z.array(disclosureTest),
    failedCasts: z.array(z.strictObject({ column: z.string(), step: z.number().int(), rows: count })),
    guardrails: z.array(guardFinding),
    versions: z.record(z.string(), z.string()),
    signature: certificateSignature.nullable(),
  })
  .refine(({ formatVersion, outsider }) => formatVersion === 1 || outsider !== undefined, { path: ['outsider'] });
export type Certificate = z.infer<typeof certificate>;

/** The text whose UTF-8 bytes are signed: the certificate in canonical JSON, without its `signature`. */
export function signedText(value: object): string {
  const { signature: _signature, ...body } = value as { signature?: unknown };
  return canonicalJson(body);
}
