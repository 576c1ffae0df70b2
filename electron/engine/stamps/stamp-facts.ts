import { boundCertificate, certificateHash, signatureOf } from './stamp-signer.ts';
import type { Stamp } from './read-stamp.ts';

/** What an entry says of a time stamp that can be read from the stamp. */
export interface StampFacts {
  /** ISO 8601. */
  at: string;
  /** Subject of the certificate that it was signed with, part by part. */
  authority: string;
  serial: string;
  policy: string;
  /** SHA-256 (hex) of that certificate. */
  certificateSha256: string;
}

/** The same as the stamp has it, which nobody has judged here; null where the certificate is not in it. */
export function stampFacts(stamp: Stamp): StampFacts | null {
  const signer = signatureOf(stamp);
  const certificate = signer && boundCertificate(stamp, signer);
  if (certificate === undefined) return null;
  const parts = certificate.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value));
  return {
    at: stamp.at.toISOString(),
    authority: parts.join(', ').slice(0, 500),
    serial: stamp.serial,
    policy: stamp.policy,
    certificateSha256: certificateHash(certificate),
  };
}

/** Whether an entry says of a stamp what the stamp says. */
export function saysSo(said: StampFacts, stamp: Stamp): boolean {
  const facts = stampFacts(stamp);
  return facts !== null && Object.entries(facts).every(([name, value]) => said[name as keyof StampFacts] === value);
}
