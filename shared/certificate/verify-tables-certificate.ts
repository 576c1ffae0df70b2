import { certificateCheckText as text } from '#shared/text/certificate.ts';
import { checkSignature } from './check-signature.ts';
import {
  tablesCertificate,
  tablesCertificateFormat,
  tablesCertificateFormatVersion,
  type TablesCertificate,
} from './tables-certificate.ts';
import type { CertificateCheck, VerifyTools } from './verify-certificate.ts';

/** Whether it says that it is a certificate of several tables, of whatever version. */
export const isTablesCertificate = (value: unknown): value is { format: string; formatVersion?: unknown } =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === tablesCertificateFormat;

/** What was found of a certificate of several tables; `outputMatches` null: none of them was at hand. */
export type TablesCheck = Omit<CertificateCheck, 'certificate'> & { certificate: TablesCertificate | null };

/**
 * Checks a certificate of several tables by itself, and the released files that are at hand.
 * @param hashOf SHA-256 (lower-case hex) of a released file by its name; null where it is not at hand
 */
export function verifyTablesCertificate(
  value: object,
  {
    verify,
    hashOf,
    trustedPublicKey,
  }: Pick<VerifyTools, 'verify' | 'trustedPublicKey'> & { hashOf(name: string): string | null },
): TablesCheck {
  const refused = (problem: string): TablesCheck => ({
    ok: false,
    certificate: null,
    signature: 'invalid',
    outputMatches: null,
    problems: [problem],
  });
  const { formatVersion } = value as { formatVersion?: unknown };
  if (typeof formatVersion === 'number' && formatVersion > tablesCertificateFormatVersion)
    return refused(text.fromFuture);
  const parsed = tablesCertificate.safeParse(value);
  if (!parsed.success) return refused(text.noCertificate(parsed.error.issues[0]?.path.join('.') ?? ''));
  const { signature, tables } = parsed.data;
  const { state, problems } = checkSignature(value, signature, { verify, trustedPublicKey });
  const found = tables.map(({ output: { name, sha256 } }) => ({ name, sha256, hash: hashOf(name) }));
  const there = found.filter(({ hash }) => hash !== null);
  const other = there.filter(({ hash, sha256 }) => hash !== sha256).map(({ name }) => name);
  if (other.length > 0) problems.push(text.otherFiles(other));
  return {
    ok: problems.length === 0,
    certificate: parsed.data,
    signature: state,
    outputMatches: there.length === 0 ? null : other.length === 0,
    problems,
  };
}
