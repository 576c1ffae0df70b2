import { certificateCheckText as text } from '#shared/text/certificate.ts';
import { toldCertificateText } from '#shared/text/told-certificate.ts';
import { checkSignature } from './check-signature.ts';
import {
  toldCertificate,
  toldCertificateFormat,
  toldCertificateFormatVersion,
  type ToldCertificate,
} from './told-certificate.ts';
import type { CertificateCheck, VerifyTools } from './verify-certificate.ts';

/** Whether it says that it is a certificate of figures that were told, of whatever version. */
export const isToldCertificate = (value: unknown): value is { format: string; formatVersion?: unknown } =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === toldCertificateFormat;

/** What was found of a certificate of figures; there is no file that it could be held against. */
export type ToldCheck = Omit<CertificateCheck, 'certificate' | 'outputMatches'> & {
  certificate: ToldCertificate | null;
  outputMatches: null;
};

/**
 * Checks a certificate of figures by itself: that it is what was signed. Whether the figures are so nobody can check by it.
 * @param tools.checksSha256 SHA-256 (lower-case hex) of the file of checks by its name; null where it is not at hand
 */
export function verifyToldCertificate(
  value: object,
  {
    verify,
    trustedPublicKey,
    checksSha256,
  }: Pick<VerifyTools, 'verify' | 'trustedPublicKey'> & { checksSha256(name: string): string | null },
): ToldCheck {
  const refused = (problem: string): ToldCheck => ({
    ok: false,
    certificate: null,
    signature: 'invalid',
    outputMatches: null,
    problems: [problem],
  });
  const { formatVersion } = value as { formatVersion?: unknown };
  if (typeof formatVersion === 'number' && formatVersion > toldCertificateFormatVersion)
    return refused(text.fromFuture);
  const parsed = toldCertificate.safeParse(value);
  if (!parsed.success) return refused(text.noCertificate(parsed.error.issues[0]?.path.join('.') ?? ''));
  const { signature, elsewhere } = parsed.data;
  const { state, problems } = checkSignature(value, signature, { verify, trustedPublicKey });
  const beside = checksSha256(elsewhere.checks.name);
  if (beside !== null && beside !== elsewhere.checks.sha256)
    problems.push(toldCertificateText.otherChecks(elsewhere.checks.name));
  return { ok: problems.length === 0, certificate: parsed.data, signature: state, outputMatches: null, problems };
}
