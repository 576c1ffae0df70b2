import type { Paper } from '#shared/contract/control.ts';
import { Failure } from '#shared/contract/failure.ts';
import { tablesCertificateDocument } from '#shared/certificate/tables-certificate-page.ts';
import { verifyTablesCertificate } from '#shared/certificate/verify-tables-certificate.ts';
import { documentPage } from '#shared/pages/page-document.ts';
import { labelWords } from '#shared/text/labels.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { getEntry } from '#engine/journal/read-journal.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { writePage } from '#engine/release/print-certificate.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { releasedFiles, sourcesSince } from '../releases/released-files.ts';
import { releasedTables } from '../releases/released-tables.ts';

/**
 * Writes the certificate of a release of several tables as a page to a granted place.
 * @throws Failure RELEASE_UNKNOWN where the workspace has no such certificate; TARGET_PROTECTED, TARGET_UNWRITABLE
 */
export async function printTablesCertificate(
  state: EngineSession,
  { releaseId, grantId, paper }: { releaseId: string; grantId: string; paper: Paper },
): Promise<{ fileName: string }> {
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const workspace = state.requireWorkspace();
  const found = (await releasedTables(workspace)).find((one) => one.releaseId === releaseId);
  if (found === undefined) throw new Failure('RELEASE_UNKNOWN', releaseText.gone);
  const { certificate, seq } = found;
  if (certificate === null) throw new Failure('RELEASE_UNKNOWN', releaseText.certificateGone);
  const file = releasedFiles(workspace).find((one) => one.releaseId === releaseId);
  const { signature } = verifyTablesCertificate(certificate, {
    verify: registerCrypto.verifySignature,
    hashOf: () => null,
  });
  const page = documentPage(
    tablesCertificateDocument(certificate, {
      label: labelWords[certificate.label],
      signatureValid: signature === 'valid',
      entry: getEntry(workspace.directory, seq),
      rewrittenSince: file === undefined ? null : sourcesSince(workspace)(file),
    }),
  );
  return writePage(state.environment.desktop, page, { path, paper });
}
