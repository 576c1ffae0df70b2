import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { certificateCopy } from '#engine/journal/held/hold-files.ts';
import { fileBorder } from '#engine/release/place/file-border.ts';
import { stageFile } from '#engine/release/place/place-file.ts';
import { placement } from '#engine/release/place/placement.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import type { StagedTables } from './certify-tables.ts';

/** Where the certificate goes, and what it says. */
export interface CertificateToPlace {
  target: string;
  text: string;
}

/** Keeps a copy of the certificate and enters the release. @returns the number of the entry */
async function enter(
  workspace: Workspace,
  { releaseId, tables, measured, targetK, counts, judged: { label, purpose } }: StagedTables,
  { text, sha256 }: { text: string; sha256: string },
): Promise<number> {
  const copy = certificateCopy(workspace.directory, releaseId);
  try {
    await writeFileAtomic(copy, text, { mode: 0o600 });
    return workspace.register.append({
      kind: 'tables.released',
      subjectRef: releaseId,
      payload: {
        releaseId,
        label,
        ...(purpose === null ? {} : { purpose: purpose.id }),
        k: measured.k,
        targetK,
        counts,
        people: measured.people,
        tables: tables.map(({ loaded: { table }, file, target, written }) => ({
          datasetId: table.datasetId,
          sourceSha256: table.sha256,
          fileName: basename(target),
          outputSha256: file.sha256,
          rows: written.rows,
        })),
        certificateSha256: sha256,
      },
    }).seq;
  } catch (error) {
    await rm(copy, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Gives all files of the release their names, or none; a release that cannot be entered is taken back, and what it
 * replaced comes back.
 * @throws Failure TARGET_EXISTS, TARGET_UNWRITABLE, DISK_FULL, and what the register refuses
 */
export async function placeTables(
  staged: StagedTables,
  certificate: CertificateToPlace,
  { workspace, stagingId, force }: { workspace: Workspace | null; stagingId: string; force: boolean },
): Promise<{ sha256: string; registerEntry: number | null }> {
  const { target, text } = certificate;
  const file = await stageFile(target, [Buffer.from(text, 'utf8')], { releaseId: stagingId, files: fileBorder });
  try {
    const placed = placement([...staged.tables, { file, target }], { releaseId: stagingId, force, border: fileBorder });
    await placed.commit();
    let registerEntry: number | null = null;
    try {
      if (workspace !== null) registerEntry = await enter(workspace, staged, { text, sha256: file.sha256 });
    } catch (error) {
      await placed.takeBack();
      throw error;
    }
    await placed.settle();
    return { sha256: file.sha256, registerEntry };
  } finally {
    await file.discard().catch(() => undefined);
  }
}
