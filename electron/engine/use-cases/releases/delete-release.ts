import { rm } from 'node:fs/promises';
import { releaseText } from '#shared/text/engine/release.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { requiredReason } from '../required-reason.ts';
import { certificatePath } from './release-certificate.ts';

/** Forgets a release and its certificate's copy, and says so in the register; the written file stays where it is. */
export async function deleteRelease(
  workspace: Workspace,
  { releaseId, reason: given }: { releaseId: string; reason: string },
): Promise<void> {
  const path = certificatePath(workspace, releaseId);
  const fileName = workspace.catalog.releases.get(releaseId)?.fileName ?? '';
  const reason = requiredReason(given, releaseText.reasonToDelete(fileName));
  workspace.transaction(() => {
    workspace.catalog.releases.delete(releaseId);
    workspace.register.append({
      kind: 'release.deleted',
      subjectRef: releaseId,
      payload: { releaseId, fileName, reason },
    });
  });
  await rm(path, { force: true });
}
