import { z } from 'zod';
import { guardFinding } from '#shared/domain/guardrail.ts';
import { recipe, releaseKind } from '#shared/domain/recipe-file.ts';
import { canonicalJson } from '#shared/register/canonical-json.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

/** One of WP216's three questions about a release that calls itself anonymous. `detail` names what was measured. */
export const disclosureTest = z.strictObject({ test: z.enum(['singling-out', 'linkability', 'inference']), result: z.enum(['pass', 'fail', 'not-assessed']), detail: z.string() });
export type DisclosureTest = z.infer<typeof disclosureTest>;

/** A privacy model's answer about the written file; `column` null: about its classes. `value` and `wanted` are decimals. */
export const modelVerdict = z.strictObject({ model: z.string(), column: z.string().nullable(), value: z.string(), wanted: z.string(), met: z.boolean(), detail: z.string() });
export type ModelVerdict = z.infer<typeof modelVerdict>;

/** Ed25519 over the UTF-8 bytes of `signedText(certificate)`. `publicKey` and `signature` are base64. */
export const certificateSignature = z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string(), keyId: z.string(), signature: z.string() });

export const certificateFormat = 'custos-certificate';
export const certificateFormatVersion = 1;

/**
 * What is vouched for one released file. It holds names of columns, counts and hashes, never a cell value. `measured` was recomputed
 * from the written file; decimals outside the recipe are text, so that every implementation reads the same number.
 */
export const certificate = z.strictObject({
  format: z.literal(certificateFormat),
  formatVersion: z.literal(certificateFormatVersion),
  createdAt: z.iso.datetime(),
  operator: z.string().nullable(),
  workspace: z.strictObject({ id: z.string(), organisation: z.string() }).nullable(),
  release: releaseKind,
  label: z.enum(['anonymised', 'pseudonymised']),
  statement: z.string(),
  purpose: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  inputs: z.array(z.strictObject({ name: z.string(), sha256, rows: count, rejectedRows: count, columns: count })),
  recipe,
  referenceDate: z.iso.date(),
  planHash: sha256,
  rowOrder: z.enum(['shuffled', 'kept']),
  output: z.strictObject({
    name: z.string(),
    format: z.enum(['csv', 'tsv', 'jsonl', 'parquet', 'xlsx']),
    sha256,
    bytes: count,
    rows: count,
    columns: z.array(z.strictObject({ name: z.string(), treatment: z.string(), sources: z.array(z.string()) })),
  }),
  rows: z.strictObject({ in: count, out: count, suppressed: count, excluded: z.array(z.strictObject({ why: z.string(), rows: count })) }),
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
  models: z.array(modelVerdict),
  disclosureTests: z.array(disclosureTest),
  failedCasts: z.array(z.strictObject({ column: z.string(), step: z.number().int(), rows: count })),
  guardrails: z.array(guardFinding),
  versions: z.record(z.string(), z.string()),
  signature: certificateSignature.nullable(),
});
export type Certificate = z.infer<typeof certificate>;

/** The text whose UTF-8 bytes are signed: the certificate in canonical JSON, without its `signature`. */
export function signedText(value: object): string {
  const { signature: _signature, ...body } = value as { signature?: unknown };
  return canonicalJson(body);
}
