import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Certificate } from '#shared/certificate/certificate.ts';
import { dataPackage } from '#shared/evidence/data-package.ts';
import { certificateOf, descriptorOf, proofOf } from './place/release-files.ts';

/**
 * The Data Package descriptor that lies beside a release, which it names with its certificate and, where a register
 * knows of it, its proof; null where none is written.
 * @param certificateText the certificate file's exact text
 */
export function descriptorText(
  outputPath: string,
  { certificate, certificateText }: { certificate: Certificate; certificateText: string },
  releaseId: string,
): string | null {
  if (descriptorOf(outputPath) === null) return null;
  const described = dataPackage(certificate, {
    releaseId,
    path: basename(outputPath),
    certificate: {
      path: basename(certificateOf(outputPath)),
      sha256: createHash('sha256').update(certificateText).digest('hex'),
    },
    proof: certificate.workspace === null ? null : basename(proofOf(outputPath)),
  });
  return described && `${JSON.stringify(described, null, 2)}\n`;
}
