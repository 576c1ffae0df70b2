import { createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString, type BaseBlock } from 'asn1js';
import { CertificateChainValidationEngine, ExtKeyUsage, type Certificate, type SignerInfo } from 'pkijs';
import { hexOf, partOf } from './der.ts';
import {
  contentTypeOid,
  extendedKeyUsageOid,
  signingCertificateOid,
  signingCertificateV2Oid,
  stampContentOid,
  timeStampingOid,
} from './oids.ts';
import { certificatesIn, type Stamp } from './read-stamp.ts';

/**
 * What is wrong with a stamp: its signature, by a certificate that is not in it, that is not one for time stamps, or did
 * not hold then; or it does not lead to the certificate that was given.
 */
export type StampFault = 'signature' | 'no-certificate' | 'purpose' | 'expired' | 'untrusted';

/** Who stamped. */
export interface Stamper {
  /** Subject of the certificate, part by part. */
  authority: string;
  /** SHA-256 (hex) of the certificate. */
  certificateSha256: string;
}

const derOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema(true).toBER());
const digest = (algorithm: 'sha1' | 'sha256', bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest('hex');

/** SHA-256 (hex) of a certificate. */
export const certificateHash = (certificate: Certificate): string => digest('sha256', derOf(certificate));

const attributeOf = (signer: SignerInfo, type: string): BaseBlock | undefined =>
  signer.signedAttrs?.attributes.find((attribute) => attribute.type === type)?.values[0] as BaseBlock | undefined;

/**
 * The certificate that the signature itself names by its hash (RFC 2634 5.4, RFC 5816): without that, another
 * certificate over the same key could be put in its place.
 */
function boundCertificate(stamp: Stamp, signer: SignerInfo): Certificate | undefined {
  const byV2 = partOf(partOf(attributeOf(signer, signingCertificateV2Oid), 0), 0);
  const byV1 = partOf(partOf(attributeOf(signer, signingCertificateOid), 0), 0);
  const [first, second] = [partOf(byV2, 0), partOf(byV2, 1)];
  // Without an algorithm it is SHA-256; others are not made by authorities of today.
  const hash = first instanceof OctetString ? first : byV2 === undefined ? partOf(byV1, 0) : second;
  if (!(hash instanceof OctetString)) return undefined;
  const stated = hexOf(hash.valueBlock.valueHexView);
  const algorithm = byV2 === undefined ? 'sha1' : 'sha256';
  return certificatesIn(stamp).find((one) => digest(algorithm, derOf(one)) === stated);
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

/** Whether a certificate leads to one of these, at that moment. */
async function leadsTo(certificate: Certificate, roots: readonly Certificate[], stamp: Stamp): Promise<boolean> {
  const others = certificatesIn(stamp).filter((one) => one !== certificate);
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...roots],
    certs: [...others, certificate],
    checkDate: stamp.at,
  });
  const { result } = await engine.verify({ passedWhenNotRevValues: true }).catch(() => ({ result: false }));
  return result;
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
): Promise<StampFault | Stamper> {
  const { signed } = stamp;
  const [signer] = signed.signerInfos;
  if (signed.signerInfos.length !== 1 || signer === undefined) return 'signature';
  const certificate = boundCertificate(stamp, signer);
  if (certificate === undefined) return 'no-certificate';
  const type = attributeOf(signer, contentTypeOid);
  if (!(type instanceof ObjectIdentifier) || type.getValue() !== stampContentOid) return 'signature';
  const found = await signed.verify({ signer: 0, data: text.buffer, extendedMode: true }).catch(() => null);
  if (found?.signatureVerified !== true || found.signerCertificate !== certificate) return 'signature';
  if (!isForStamps(certificate)) return 'purpose';
  if (stamp.at < certificate.notBefore.value || stamp.at > certificate.notAfter.value) return 'expired';
  if (roots.length > 0 && !(await leadsTo(certificate, roots, stamp))) return 'untrusted';
  const parts = certificate.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value));
  return { authority: parts.join(', ').slice(0, 500), certificateSha256: certificateHash(certificate) };
}
