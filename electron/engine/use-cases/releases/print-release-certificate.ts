import type { papers } from '#shared/contract/control.ts';
import { printCertificate } from '#engine/release/print-certificate.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { getEntry } from '#engine/journal/read-journal.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { releaseCertificate } from './release-certificate.ts';

/** Writes a release's certificate as a page to a granted place. */
export async function printReleaseCertificate(
  state: EngineSession,
  input: { releaseId: string; grantId: string; paper: (typeof papers)[number] },
): Promise<{ fileName: string }> {
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const workspace = state.requireWorkspace();
  const certificate = await releaseCertificate(workspace, input.releaseId);
  const seq = workspace.catalog.releases.get(input.releaseId)?.registerEntry ?? null;
  const entry = seq === null ? undefined : getEntry(workspace.directory, seq);
  return printCertificate(state.environment.desktop, { ...certificate, entry }, { path, paper: input.paper });
}
