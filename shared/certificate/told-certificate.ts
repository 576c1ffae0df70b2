import { z } from 'zod';
import { figureTold, heldOfFigures, notRecomputedOfFigures, targetTold } from '#shared/domain/made-elsewhere.ts';
import { recipeFile, releaseKind } from '#shared/domain/recipe-file.ts';
import { sqlTargets } from '#shared/domain/sql-targets.ts';
import { certificateSignature } from './certificate.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const toldCertificateFormat = 'custos-told-certificate';
export const toldCertificateFormatVersion = 1;
/** How the name of its file ends. */
export const toldCertificateEnding = '.certificate.json';

/**
 * What another engine told of a run of a recipe, where nobody here had the file that came out. It vouches for what was
 * told, by whom it was taken in, and that the figures go with each other and with the recipe; never for a file, and it
 * gives none a name. It holds names of columns, counts and hashes, never a cell value; decimals outside the recipe are
 * text.
 */
export const toldCertificate = z.strictObject({
  format: z.literal(toldCertificateFormat),
  formatVersion: z.literal(toldCertificateFormatVersion),
  releaseId: z.string(),
  createdAt: z.iso.datetime(),
  operator: z.string().nullable(),
  workspace: z.strictObject({ id: z.string(), organisation: z.string() }),
  statement: z.string(),
  /** What the recipe is to make; not what the file is. */
  release: releaseKind,
  purpose: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  recipient: z.string().max(200).optional(),
  recipe: recipeFile,
  referenceDate: z.iso.date(),
  planHash: sha256,
  elsewhere: z.strictObject({
    engine: z.enum(sqlTargets),
    /** The file in which the figures came. */
    checks: z.strictObject({ name: z.string(), sha256 }),
    told: z.array(figureTold),
    held: z.array(z.enum(heldOfFigures)),
    notRecomputed: z.array(z.enum(notRecomputedOfFigures)),
  }),
  /** Columns of the table that the script reads, and those that it leaves alone because nobody decided on them. */
  source: z.strictObject({ columns: z.array(z.string()), leftOut: z.array(z.string()) }),
  /** What the recipe writes. */
  output: z.strictObject({
    columns: z.array(z.strictObject({ name: z.string(), treatment: z.string(), sources: z.array(z.string()) })),
  }),
  /** Outputs that classes were counted by. */
  counted: z.array(z.string()),
  target: z.array(targetTold),
  /** Of the chosen rows; `share` as it follows from the figures, `limit` as the recipe allows where it leaves rows out. */
  leftOut: z.strictObject({ share: z.string(), limit: z.string().nullable() }),
  versions: z.record(z.string(), z.string()),
  signature: certificateSignature,
});
export type ToldCertificate = z.infer<typeof toldCertificate>;
