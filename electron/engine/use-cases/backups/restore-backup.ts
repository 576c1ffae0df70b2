import { renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { BackupRestored } from '#shared/contract/backups.ts';
import { Failure } from '#shared/contract/failure.ts';
import { workspacePath } from '#shared/domain/workspace-path.ts';
import { backupsText as text } from '#shared/text/engine/backups.ts';
import { allEntries } from '#engine/journal/all-entries.ts';
import { verifyInFull } from '#engine/journal/read-journal.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { checkNewDirectory } from '#engine/workspace/check-new-directory.ts';
import { readKeyFile } from '#engine/workspace-folder/read-identity.ts';
import { openBackup, unpack } from './opened-backup.ts';
import { logProblems } from './verify-backup.ts';

/** Entries that tell of something erased or put right, whatever it was: a restored copy has it again. */
const erasing = /\.(deleted|erased|forgotten|rectified)$|^retention\.(ran|run)$/;

/**
 * What the newer log of the same workspace tells of that a backup does not know.
 * @throws Failure WRONG_USAGE where it is another workspace's, WORKSPACE_DAMAGED where the two logs part ways
 */
function erasedSince(newer: string, restored: string, workspaceId: string): NonNullable<BackupRestored['toRepeat']> {
  const folder = basename(newer);
  if (readKeyFile(newer).workspaceId !== workspaceId) throw new Failure('WRONG_USAGE', text.otherWorkspace(folder));
  const [before, now] = [allEntries(restored), allEntries(newer)];
  const last = before.at(-1);
  if (last !== undefined && now[last.seq - 1]?.leaf_hash !== last.leaf_hash)
    throw new Failure('WORKSPACE_DAMAGED', text.otherLog(folder));
  return now
    .slice(before.length)
    .filter(({ kind }) => erasing.test(kind))
    .map(({ seq, kind, ts, subject_ref: subject }) => ({ seq, kind, at: ts, subject }));
}

/**
 * Lays a backup out as a workspace in a new folder, whole or not at all. What was erased since it was made is in it
 * again: where the newer log is given, it says what is to be erased once more.
 * @throws Failure FILE_DAMAGED where it is not whole; WORKSPACE_EXISTS, WRONG_USAGE, TARGET_PROTECTED, WORKSPACE_NONE,
 *   WORKSPACE_DAMAGED
 */
export async function restoreBackup(
  state: EngineSession,
  input: { grantId: string; targetGrantId: string; newerGrantId?: string | undefined },
): Promise<BackupRestored> {
  const path = state.grants.path(input.grantId, 'read');
  const target = workspacePath(state.grants.path(input.targetGrantId, 'workspace-create'));
  const newer = input.newerGrantId === undefined ? null : state.grants.path(input.newerGrantId, 'workspace-open');
  checkNewDirectory(target);
  const backup = await openBackup(path, basename(path));
  const partial = `${target}.${Buffer.from(state.environment.random(6)).toString('hex')}.partial`;
  try {
    const found = backup.problems.length > 0 ? backup.problems : await logProblems(state, backup);
    if (found.length > 0) throw new Failure('FILE_DAMAGED', text.notWhole(basename(path), found));
    await unpack(backup, partial);
    const { workspaceId, entries, files } = backup.manifest;
    const toRepeat = newer === null ? null : erasedSince(newer, partial, workspaceId);
    renameSync(partial, target);
    const { problems } = await verifyInFull(target, { profileDirectory: state.environment.profileDirectory });
    return { workspaceId, entries, files: files.length, toRepeat, problems: problems.map(({ detail }) => detail) };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  } finally {
    backup.zip.close();
  }
}
