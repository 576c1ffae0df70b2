import { createHash } from 'node:crypto';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** Keeps a purpose of the workspace's own, or its own version of a preset, and says so in the register. */
export function savePurpose(workspace: Workspace, purpose: Purpose): Purpose {
  const sha256 = createHash('sha256').update(JSON.stringify(purpose)).digest('hex');
  workspace.transaction(() => {
    workspace.catalog.purposes.save(purpose);
    workspace.register.append({
      kind: 'purpose.saved',
      subjectRef: purpose.id,
      payload: {
        purposeId: purpose.id,
        title: purpose.title,
        sha256,
        lawfulBases: purpose.lawfulBases.map(({ basis }) => basis),
        retentionDays: purpose.retentionDays,
        targeting: purpose.targeting,
        recordSha256: workspace.catalog.held.hashOf('purpose', purpose.id),
      },
    });
  });
  return purpose;
}
