import { certificateCheckText as text } from '#shared/text/certificate.ts';
import { signedText } from './certificate.ts';
import type { CertificateCheck, VerifyTools } from './verify-certificate.ts';

/** Whether a certificate is what was signed, and by whom was expected; a sentence for each thing that is not so. */
export function checkSignature(
  value: object,
  signature: { publicKey: string; signature: string } | null,
  { verify, trustedPublicKey }: Pick<VerifyTools, 'verify' | 'trustedPublicKey'>,
): { state: CertificateCheck['signature']; problems: string[] } {
  if (signature === null) return { state: 'unsigned', problems: [text.unsigned] };
  const problems: string[] = [];
  if (!verify(signature.publicKey, signedText(value), signature.signature)) problems.push(text.changed);
  if (trustedPublicKey !== undefined && trustedPublicKey !== signature.publicKey) problems.push(text.otherKey);
  return { state: problems.length === 0 ? 'valid' : 'invalid', problems };
}
