import { rm } from 'node:fs/promises';
import { heldText } from '#shared/text/engine/held.ts';
import { hasPlacingNote, putRightLeftReleases } from '#engine/release/place/placing-note.ts';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import { rememberReleased } from '#engine/workspace-folder/released-places.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { clearRelease, completeRelease, copyIsAnnounced, type AnnouncedRelease } from './announced-release.ts';

/**
 * What a killed process left of a workspace's releases: one that the register has stands; one that was announced and
 * whose files are all in place is completed; any other is taken back, and cleared in the register where it was
 * announced.
 * @returns what was done, in sentences
 */
export async function settleCutOffReleases(
  workspace: Workspace,
  profileDirectory: string,
  at: string,
): Promise<string[]> {
  const unfinished = new Map(
    workspace.catalog
      .unfinishedReleases()
      .map(({ releaseId, announced }): [string, AnnouncedRelease] => [releaseId, { ...announced, releaseId }]),
  );
  const registered = (releaseId: string): boolean =>
    !unfinished.has(releaseId) && workspace.catalog.releases.get(releaseId) !== null;
  const left = await putRightLeftReleases(profileDirectory, workspace.id, ({ releaseId, inPlace }) => {
    const announced = unfinished.get(releaseId);
    return registered(releaseId) || (announced !== undefined && inPlace && copyIsAnnounced(workspace, announced));
  });
  const told: string[] = [];
  for (const { releaseId, stands, place } of left) {
    const announced = unfinished.get(releaseId);
    unfinished.delete(releaseId);
    if (stands && place !== null) rememberReleased(profileDirectory, workspace.id, releaseId, place);
    if (announced === undefined) {
      if (!stands) await rm(certificateCopy(workspace.directory, releaseId), { force: true }).catch(() => undefined);
    } else if (stands) told.push(heldText.completed(announced.fileName, completeRelease(workspace, announced, at)));
    else {
      await clearRelease(workspace, announced, 'taken-back');
      told.push(heldText.cleared(announced.fileName, true));
    }
  }
  // Announced by another machine or account, or its note is lost: a note that could not be followed now is followed at
  // the next start.
  for (const announced of unfinished.values()) {
    if (hasPlacingNote(profileDirectory, announced.releaseId)) continue;
    await clearRelease(workspace, announced, 'unknown');
    told.push(heldText.cleared(announced.fileName, false));
  }
  return told;
}
