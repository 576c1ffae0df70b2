import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BackupChecked } from '#shared/contract/backups.ts';
import { backupsText as text } from '#shared/text/engine/backups.ts';
import { isSerious } from '#shared/journal/verify-log.ts';
import { verifyInFull } from '#engine/journal/read-journal.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { openBackup, unpack, type OpenedBackup } from './opened-backup.ts';

/** The log in a backup, verified like that of a workspace that nobody knows yet. Sealed data are not laid out. */
export async function logProblems(state: EngineSession, backup: OpenedBackup): Promise<string[]> {
  const aside = await mkdtemp(join(await state.privateDirectory(), 'backup-'));
  try {
    const folder = join(aside, 'restored.custos');
    await unpack(backup, folder, (path) => !path.startsWith('data/'));
    const packed = new Map(backup.manifest.files.map(({ path, sha256 }) => [path, sha256]));
    const { entries, problems } = await verifyInFull(folder, {
      profileDirectory: join(aside, 'profile'),
      sealedHashes: (name) => ['sealed', 'sealed.next'].map((ending) => packed.get(`data/${name}.${ending}`) ?? null),
    });
    const said = backup.manifest.entries;
    return [
      ...problems.filter(isSerious).map(({ detail }) => text.logProblem(detail)),
      ...(entries === said ? [] : [text.entriesDiffer(said, entries)]),
    ];
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Whether a backup is whole: every file is the one that was packed, and its log verifies. @throws Failure FILE_DAMAGED */
export async function verifyBackup(state: EngineSession, { grantId }: { grantId: string }): Promise<BackupChecked> {
  const path = state.grants.path(grantId, 'read');
  const fileName = basename(path);
  const backup = await openBackup(path, fileName);
  try {
    const { workspaceId, organisation, madeAt, entries, files } = backup.manifest;
    const problems = backup.problems.length > 0 ? backup.problems : await logProblems(state, backup);
    return {
      fileName,
      workspaceId,
      organisation,
      madeAt,
      entries,
      files: files.length,
      ok: problems.length === 0,
      problems,
    };
  } finally {
    backup.zip.close();
  }
}
