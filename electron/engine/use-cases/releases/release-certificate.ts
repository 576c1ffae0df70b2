import { readFile } from 'node:fs/promises';
import { verifyCertificate } from '#shared/certificate/verify-certificate.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { RewrittenSince } from '#shared/domain/rewrites.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { releasedFiles, sourcesSince } from './released-files.ts';

/** Where the workspace keeps its copy of a release's certificate. @throws Failure RELEASE_UNKNOWN */
export function certificatePath(workspace: Workspace, releaseId: string): string {
  if (!workspace.catalog.releases.get(releaseId)) throw new Failure('RELEASE_UNKNOWN', releaseText.gone);
  return certificateCopy(workspace.directory, releaseId);
}

/** What became of its source since. */
function becameOfSource(workspace: Workspace, releaseId: string): RewrittenSince | null {
  const written = releasedFiles(workspace).findLast((file) => file.releaseId === releaseId);
  return written === undefined ? null : sourcesSince(workspace)(written);
}

/** That copy, whether its signature is sound, and what became of its source since. @throws Failure RELEASE_UNKNOWN where it is gone */
export async function releaseCertificate(workspace: Workspace, releaseId: string) {
  const text = await readFile(certificatePath(workspace, releaseId), 'utf8').catch(() => {
    throw new Failure('RELEASE_UNKNOWN', releaseText.certificateGone);
  });
  const certificate: unknown = JSON.parse(text);
  const { signature } = verifyCertificate(certificate, {
    verify: registerCrypto.verifySignature,
    outputSha256: null,
  });
  return {
    certificate,
    signatureValid: signature === 'valid',
    outputMatches: null,
    rewrittenSince: becameOfSource(workspace, releaseId),
  };
}
