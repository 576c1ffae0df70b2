import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { certificate as certificateSchema } from '#shared/certificate/certificate.ts';
import type { ReleaseSummary } from '#shared/contract/releases.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { certificateCopy, hashOfFile } from '#engine/journal/held/hold-files.ts';
import { storageFailure } from '#engine/catalog/sqlite-failure.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** What the log says of a release before its files get their names, and again when they have them. */
export type AnnouncedRelease = EntryPayload<'release.announced'> & { releaseId: string };

/**
 * Enters a release before anything of it bears its name: the workspace's copy of the certificate first, then the entry
 * with the hashes of both files. A program that is cut off from here on leaves nothing that the register does not know.
 * @returns the number of the entry
 */
export async function announceRelease(
  workspace: Workspace,
  announced: AnnouncedRelease,
  certificateText: string,
): Promise<number> {
  const copy = certificateCopy(workspace.directory, announced.releaseId);
  try {
    await writeFileAtomic(copy, certificateText, { mode: 0o600 });
    const subjectRef = announced.releaseId;
    return workspace.register.append({ kind: 'release.announced', subjectRef, payload: announced }).seq;
  } catch (error) {
    await rm(copy, { force: true }).catch(() => undefined);
    throw storageFailure(error, workspace.summary().name);
  }
}

/** Enters that an announced release is written: its files bear their names. @returns the number of the entry */
export function completeRelease(workspace: Workspace, announced: AnnouncedRelease, at: string): number {
  const { releaseId } = announced;
  const { held, releases } = workspace.catalog;
  const findings = certificateSchema.parse(
    JSON.parse(readFileSync(certificateCopy(workspace.directory, releaseId), 'utf8')),
  ).guardrails;
  const summary: ReleaseSummary = {
    id: releaseId,
    datasetId: announced.datasetId ?? '',
    fileName: announced.fileName,
    purpose: announced.purpose,
    label: announced.label ?? 'pseudonymised',
    createdAt: at,
    rowsOut: announced.rowsOut ?? 0,
    k: announced.k ?? 0,
    sha256: announced.outputSha256,
    ...(announced.recipient === undefined ? {} : { recipient: announced.recipient }),
    registerEntry: null,
    findings,
  };
  return workspace.transaction(() => {
    releases.save(summary);
    // The record names the entry and the entry the record's hash: its own number is left out of that.
    const { seq } = workspace.register.append({
      kind: 'release.written',
      subjectRef: releaseId,
      payload: { ...announced, recordSha256: held.hashOf('release', releaseId) },
    });
    releases.save({ ...summary, registerEntry: seq });
    return seq;
  });
}

/** Enters that an announced release did not come to be, and lets go of its certificate. */
export async function clearRelease(
  workspace: Workspace,
  announced: AnnouncedRelease,
  found: 'taken-back' | 'unknown',
): Promise<void> {
  const { releaseId, fileName, outputSha256 } = announced;
  workspace.register.append({
    kind: 'release.cleared',
    subjectRef: releaseId,
    payload: { releaseId, fileName, outputSha256, found },
  });
  await rm(certificateCopy(workspace.directory, releaseId), { force: true }).catch(() => undefined);
}

/** Whether the workspace's copy of the certificate is the one that was announced. */
export function copyIsAnnounced(workspace: Workspace, { releaseId, certificateSha256 }: AnnouncedRelease): boolean {
  return hashOfFile(certificateCopy(workspace.directory, releaseId)) === certificateSha256;
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
