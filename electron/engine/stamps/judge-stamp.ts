import { ObjectIdentifier } from 'asn1js';
import { CertificateChainValidationEngine, ExtKeyUsage, type Certificate } from 'pkijs';
import { contentTypeOid, extendedKeyUsageOid, stampContentOid, timeStampingOid } from './oids.ts';
import { certificatesIn, type Stamp } from './read-stamp.ts';
import { stampFacts, type StampFacts } from './stamp-facts.ts';
import { attributeOf, boundCertificate, certificateHash, signatureOf } from './stamp-signer.ts';

/**
 * What is wrong with a stamp: its signature, by a certificate that is not in it, that is not one for time stamps, or did
 * not hold then; or it does not lead to the certificate that was given.
 */
export type StampFault = 'signature' | 'no-certificate' | 'purpose' | 'expired' | 'untrusted';

/** What a stamp says that holds together. */
export interface JudgedStamp extends StampFacts {
  /** SHA-256 (hex) of the certificate, of those given, that it leads to; null where none was given. */
  trustedRootSha256: string | null;
}

/** RFC 3161 2.3: for time stamps alone, and marked so that nobody may overlook it. */
function isForStamps({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === extendedKeyUsageOid);
  const parsed: unknown = usage?.parsedValue;
  return (
    usage?.critical === true &&
    parsed instanceof ExtKeyUsage &&
    parsed.keyPurposes.length === 1 &&
    parsed.keyPurposes[0] === timeStampingOid
  );
}

const sameCertificate = (one: Certificate, other: Certificate): boolean =>
  Buffer.from(one.tbsView).equals(Buffer.from(other.tbsView));

/** The certificate among these that another leads to at that moment, the nearest of several; null where none is. */
async function trustedEnd(
  certificate: Certificate,
  roots: readonly Certificate[],
  stamp: Stamp,
): Promise<Certificate | null> {
  const others = certificatesIn(stamp).filter((one) => one !== certificate);
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...roots],
    certs: [...others, certificate],
    checkDate: stamp.at,
  });
  const found = await engine.verify({ passedWhenNotRevValues: true }).catch(() => null);
  if (found?.result !== true) return null;
  // The path may go on beyond the one that is trusted, where the stamp brings its issuer along.
  const path = found.certificatePath ?? [];
  return path.flatMap((one) => roots.find((root) => sameCertificate(root, one)) ?? [])[0] ?? null;
}

/**
 * Checks the signature of a stamp by the certificate in it. Whether that authority is to be trusted is not decided,
 * unless somebody says whom they trust.
 * @param text the bytes that were stamped
 * @param roots certificates that the person trusts; empty: none were named
 */
export async function judgeStamp(
  stamp: Stamp,
  text: Uint8Array<ArrayBuffer>,
  roots: readonly Certificate[],
): Promise<StampFault | JudgedStamp> {
  const { signed } = stamp;
  const signer = signatureOf(stamp);
  if (signer === undefined) return 'signature';
  const [certificate, facts] = [boundCertificate(stamp, signer), stampFacts(stamp)];
  if (certificate === undefined || facts === null) return 'no-certificate';
  const type = attributeOf(signer, contentTypeOid);
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== stampContentOid) return 'signature';
  const found = await signed.verify({ signer: 0, data: text.buffer, extendedMode: true }).catch(() => null);
  if (found?.signatureVerified !== true || found.signerCertificate !== certificate) return 'signature';
  if (!isForStamps(certificate)) return 'purpose';
  if (stamp.at < certificate.notBefore.value || stamp.at > certificate.notAfter.value) return 'expired';
  const trusted = roots.length === 0 ? null : await trustedEnd(certificate, roots, stamp);
  if (roots.length > 0 && trusted === null) return 'untrusted';
  return { ...facts, trustedRootSha256: trusted === null ? null : certificateHash(trusted) };
}
