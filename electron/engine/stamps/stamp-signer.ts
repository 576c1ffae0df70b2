import { createHash } from 'node:crypto';
import { OctetString, type BaseBlock } from 'asn1js';
import type { Certificate, SignerInfo } from 'pkijs';
import { hexOf, partOf } from './der.ts';
import { signingCertificateOid, signingCertificateV2Oid } from './oids.ts';
import { certificatesIn, type Stamp } from './read-stamp.ts';

const derOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema(true).toBER());
const digest = (algorithm: 'sha1' | 'sha256', bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest('hex');

/** SHA-256 (hex) of a certificate. */
export const certificateHash = (certificate: Certificate): string => digest('sha256', derOf(certificate));

/** A signed attribute of a signature, by its type. */
export const attributeOf = (signer: SignerInfo, type: string): BaseBlock | undefined =>
  signer.signedAttrs?.attributes.find((attribute) => attribute.type === type)?.values[0] as BaseBlock | undefined;

/** The one signature of a stamp; undefined where there is none, or several. */
export const signatureOf = ({ signed: { signerInfos } }: Stamp): SignerInfo | undefined =>
  signerInfos.length === 1 ? signerInfos[0] : undefined;

/**
 * The certificate that the signature itself names by its hash (RFC 2634 5.4, RFC 5816): without that, another
 * certificate over the same key could be put in its place. Undefined where it is not in the stamp.
 */
export function boundCertificate(stamp: Stamp, signer: SignerInfo): Certificate | undefined {
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
