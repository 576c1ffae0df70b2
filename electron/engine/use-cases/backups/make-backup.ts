import { createHash } from 'node:crypto';
import { createReadStream, cpSync, existsSync, lstatSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupMade } from '#shared/contract/backups.ts';
import { Failure } from '#shared/contract/failure.ts';
import { backupManifest, backupManifestFile } from '#shared/evidence/backup-manifest.ts';
import { backupsText as text } from '#shared/text/engine/backups.ts';
import { writeZipFile, type FileToPack } from '#engine/evidence/write-zip.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireEnterable } from '../require-enterable.ts';

/** What changes while people work: copied at one moment. Everything else is written whole and then never again. */
const changing = ['register.sqlite', 'keys.json', 'head.json', 'recipes'];
const lasting = ['data', 'releases', 'stamps'];

/** Regular files below a folder or the file itself, relative to it with `/`, in the order of their names. */
function filesIn(directory: string, part: string): string[] {
  const path = join(directory, part);
  if (!existsSync(path)) return [];
  const found = lstatSync(path);
  if (found.isFile()) return part.endsWith('.partial') ? [] : [part];
  if (!found.isDirectory()) return [];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesIn(directory, `${part}/${name}`));
}

/** The files of a workspace at one moment: no entry is written between the first and the last of them. */
function snapshot(directory: string, aside: string): FileToPack[] {
  for (const part of changing)
    if (existsSync(join(directory, part))) cpSync(join(directory, part), join(aside, part), { recursive: true });
  const of = (folder: string, parts: readonly string[]): FileToPack[] =>
    parts.flatMap((part) => filesIn(folder, part)).map((path) => ({ path, from: join(folder, path) }));
  return [...of(aside, changing), ...of(directory, lasting)];
}

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}

/** Number of entries under a signed head: its second line. */
const sizeOf = (checkpoint: string): number => Number(checkpoint.split('\n')[1]);

/**
 * Packs the open workspace into one file, whole or not at all: log, sealed keys and sealed data as they lie in the
 * folder, nothing of it opened. The log then tells of the file by its hash.
 * @throws Failure TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL, FILE_DAMAGED, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY, JOB_CANCELLED
 */
export async function makeBackup(
  state: EngineSession,
  job: JobContext,
  { grantId }: { grantId: string },
): Promise<BackupMade> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'backup.made');
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const aside = await mkdtemp(join(workspace.workDirectory, 'backup-'));
  try {
    const sources = snapshot(workspace.directory, aside);
    const entries = sizeOf(workspace.register.checkpoint());
    const files = [];
    for (const [done, { path: name, from }] of sources.entries()) {
      throwIfCancelled(job.signal);
      job.progress({ phase: text.packing, done, total: sources.length, unit: 'steps' });
      files.push({ path: name, bytes: (await stat(from)).size, sha256: await hashOf(from, job.signal) });
    }
    const manifest = backupManifest.parse({
      format: 'custos-backup',
      formatVersion: 1,
      workspaceId: workspace.id,
      organisation: workspace.summary().organisation,
      madeAt: state.now(),
      entries,
      files,
    });
    const zip = join(aside, 'backup.zip');
    const named = { path: backupManifestFile, content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
    await writeZipFile([named, ...sources], zip, job.signal).catch(() => {
      throwIfCancelled(job.signal);
      throw new Failure('FILE_DAMAGED', text.changed(workspace.summary().name));
    });
    const sha256 = await hashOf(zip, job.signal);
    job.commit();
    const fileName = basename(path);
    const told = { fileName, sha256, bytes: (await stat(zip)).size, files: files.length, entries };
    const { seq } = await writeEntered(path, { file: zip }, () =>
      workspace.register.append({ kind: 'backup.made', subjectRef: workspace.id, payload: told }),
    );
    return { ...told, registerEntry: seq };
  } catch (error) {
    throwIfCancelled(job.signal);
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
