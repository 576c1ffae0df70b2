import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure } from '#shared/contract/failure.ts';
import { backupManifest, backupManifestFile, type BackupManifest } from '#shared/evidence/backup-manifest.ts';
import { backupsText as text } from '#shared/text/engine/backups.ts';
import { readZip, type ZipContents } from '#engine/evidence/read-zip.ts';

/** What a workspace consists of; nothing else is ever written from a backup. */
const parts = /^(register\.sqlite|keys\.json|head\.json|(data|recipes|releases|stamps)\/.+)$/;

export interface OpenedBackup {
  manifest: BackupManifest;
  /** What is wrong with its files, in sentences; none: every one is the file that was packed. */
  problems: string[];
  zip: ZipContents;
}

function manifestFrom(content: Buffer | null, name: string): BackupManifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content?.toString('utf8') ?? '');
  } catch {
    throw new Failure('FILE_DAMAGED', text.notBackup(name));
  }
  const { formatVersion, format } = (parsed ?? {}) as { formatVersion?: unknown; format?: unknown };
  if (format === 'custos-backup' && typeof formatVersion === 'number' && formatVersion > 1)
    throw new Failure('WORKSPACE_FROM_FUTURE', text.future(name));
  const read = backupManifest.safeParse(parsed);
  if (!read.success) throw new Failure('FILE_DAMAGED', text.notBackup(name));
  return read.data;
}

/** Size and hash of a file, read piece by piece: rows of many people fit into no memory. Null: there is none. */
async function summed(zip: ZipContents, path: string): Promise<{ bytes: number; sha256: string } | 'damaged' | null> {
  const pieces = zip.pieces(path);
  if (pieces === null) return null;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch (error) {
    if (error instanceof Failure) return 'damaged';
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Every file in it held against what it says of itself. */
async function problemsOf(zip: ZipContents, { files }: BackupManifest): Promise<string[]> {
  const named = new Set(files.map(({ path }) => path));
  const problems = zip.paths
    .filter((path) => path !== backupManifestFile && !named.has(path))
    .map((path) => text.added(path));
  for (const { path, bytes, sha256 } of files) {
    if (!parts.test(path)) problems.push(text.foreign(path));
    const found = await summed(zip, path);
    if (found === null) problems.push(text.missing(path));
    else if (found === 'damaged' || found.bytes !== bytes || found.sha256 !== sha256) problems.push(text.differs(path));
  }
  return problems;
}

/** Opens a backup that anybody may have made, and reads all of it. Close its `zip`. @throws Failure FILE_DAMAGED, FILE_MISSING */
export async function openBackup(path: string, name: string): Promise<OpenedBackup> {
  // Stored as they are, its files together are no larger than itself.
  const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
  const zip = await readZip(path, name, size);
  try {
    const manifest = manifestFrom(await zip.read(backupManifestFile), name);
    return { manifest, problems: await problemsOf(zip, manifest), zip };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Lays its files out in a new folder. Only of a backup without problems. */
export async function unpack(
  { manifest, zip }: OpenedBackup,
  directory: string,
  wanted: (path: string) => boolean = () => true,
): Promise<void> {
  // Folders that were empty are part of a workspace, too.
  for (const folder of ['', 'data', 'recipes', 'releases']) mkdirSync(join(directory, folder), { mode: 0o700 });
  for (const { path } of manifest.files) {
    if (!wanted(path)) continue;
    mkdirSync(join(directory, dirname(path)), { recursive: true, mode: 0o700 });
    const target = createWriteStream(join(directory, path), { mode: 0o600, flags: 'wx' });
    await pipeline(zip.pieces(path) ?? [], target);
  }
}
