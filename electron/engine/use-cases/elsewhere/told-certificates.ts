import { readFile } from 'node:fs/promises';
import { toldCertificateDocument } from '#shared/certificate/told-certificate-page.ts';
import { verifyToldCertificate, type ToldCheck } from '#shared/certificate/verify-told-certificate.ts';
import type { Paper } from '#shared/contract/control.ts';
import type { ToldSummary } from '#shared/contract/elsewhere.ts';
import { Failure } from '#shared/contract/failure.ts';
import { documentPage } from '#shared/pages/page-document.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import { getEntry } from '#engine/journal/read-journal.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { writePage } from '#engine/release/print-certificate.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** Runs elsewhere that told no more than their figures, the newest first. */
export const toldRuns = ({ catalog }: Workspace): ToldSummary[] =>
  catalog
    .entriesOf('elsewhere.told')
    .toReversed()
    .map(({ seq, ts, payload: { releaseId, engine, purpose, recipient, toldRowsIn, toldRowsOut, toldK } }) => ({
      releaseId,
      registerEntry: seq,
      createdAt: ts,
      engine,
      purpose,
      recipient: recipient ?? null,
      toldRowsIn,
      toldRowsOut,
      toldK: toldK ?? null,
    }));

/** The workspace's copy of such a certificate, checked. @throws Failure RELEASE_UNKNOWN */
async function toldCertificateOf(workspace: Workspace, releaseId: string): Promise<ToldCheck & { entry: number }> {
  const entry = workspace.catalog.entriesOf('elsewhere.told').find(({ payload }) => payload.releaseId === releaseId);
  if (entry === undefined) throw new Failure('RELEASE_UNKNOWN', releaseText.gone);
  const gone = (): never => {
    throw new Failure('RELEASE_UNKNOWN', releaseText.certificateGone);
  };
  const value: unknown = await readFile(certificateCopy(workspace.directory, releaseId), 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(gone);
  if (typeof value !== 'object' || value === null) return gone();
  const check = verifyToldCertificate(value, { verify: registerCrypto.verifySignature, checksSha256: () => null });
  return { ...check, entry: entry.seq };
}

/** @throws Failure RELEASE_UNKNOWN */
export async function showToldCertificate(workspace: Workspace, releaseId: string) {
  const { certificate, signature } = await toldCertificateOf(workspace, releaseId);
  return { certificate, signatureValid: signature === 'valid' };
}

/**
 * Writes such a certificate as a page to a granted place.
 * @throws Failure RELEASE_UNKNOWN, TARGET_PROTECTED, TARGET_UNWRITABLE
 */
export async function printToldCertificate(
  state: EngineSession,
  { releaseId, grantId, paper }: { releaseId: string; grantId: string; paper: Paper },
): Promise<{ fileName: string }> {
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const workspace = state.requireWorkspace();
  const { certificate, signature, problems, entry } = await toldCertificateOf(workspace, releaseId);
  if (certificate === null) throw new Failure('RELEASE_UNKNOWN', problems[0] ?? releaseText.certificateGone);
  const document = toldCertificateDocument(certificate, {
    signatureValid: signature === 'valid',
    entry: getEntry(workspace.directory, entry),
  });
  return writePage(state.environment.desktop, documentPage(document), { path, paper });
}
