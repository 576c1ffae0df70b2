import { z } from 'zod';
import { recipeFormatVersion } from '#shared/domain/recipe-file.ts';
import { certificateCheckText as text } from '#shared/text/certificate.ts';
import { certificate as schema, certificateFormat, certificateFormatVersion, type Certificate } from './certificate.ts';
import { checkSignature } from './check-signature.ts';

export interface VerifyTools {
  /**
   * Whether `signature` (base64) of the UTF-8 bytes of `text` was made with the private half of the Ed25519 key
   * `publicKey` (base64).
   */
  verify(publicKey: string, text: string, signature: string): boolean;
  /** SHA-256 (lower-case hex) of the released file as it lies there now; null where the file is not at hand. */
  outputSha256: string | null;
  /** The key the certificate should be signed with, when the reader knows it; any key is accepted otherwise. */
  trustedPublicKey?: string;
}

export interface CertificateCheck {
  ok: boolean;
  certificate: Certificate | null;
  signature: 'valid' | 'invalid' | 'unsigned';
  /** Whether the released file still is the one vouched for; null where it was not at hand. */
  outputMatches: boolean | null;
  /** Sentences for a person; empty when everything that could be checked holds. */
  problems: string[];
}

const refused = (problem: string): CertificateCheck => ({
  ok: false,
  certificate: null,
  signature: 'invalid',
  outputMatches: null,
  problems: [problem],
});

/** Whether the certificate, or the recipe in it, has a format that this version does not know. */
function isFromFuture(value: unknown): boolean {
  const made = z.object({ format: z.literal(certificateFormat), formatVersion: z.number() }).safeParse(value);
  if (!made.success) return false;
  const { recipe } = z.object({ recipe: z.object({ formatVersion: z.number() }) }).safeParse(value).data ?? {};
  return made.data.formatVersion > certificateFormatVersion || (recipe?.formatVersion ?? 0) > recipeFormatVersion;
}

/**
 * Checks a certificate on its own, with no workspace and no network. An unsigned one is never `ok`: nobody vouches for
 * it.
 */
export function verifyCertificate(value: unknown, tools: VerifyTools): CertificateCheck {
  if (isFromFuture(value)) return refused(text.fromFuture);
  const parsed = schema.safeParse(value);
  if (!parsed.success) return refused(text.noCertificate(parsed.error.issues[0]?.path.join('.') ?? ''));
  const { state, problems } = checkSignature(value as object, parsed.data.signature, tools);
  const outputMatches = tools.outputSha256 === null ? null : tools.outputSha256 === parsed.data.output.sha256;
  if (outputMatches === false) problems.push(text.otherFile);
  return { ok: problems.length === 0, certificate: parsed.data, signature: state, outputMatches, problems };
}
