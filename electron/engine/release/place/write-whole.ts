import { randomBytes } from 'node:crypto';
import { closeSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { chmod, chown, lstat, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { engineText } from '#shared/text/engine/engine.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { ownerIsGone, ownerToken } from '#engine/workspace/work-directory.ts';
import { fileBorder, targetFailure } from './file-border.ts';
import { hiddenName, mark, ownerOf } from './hidden-names.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { stageFile } from './place-file.ts';
import { placement, type Placement } from './placement.ts';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function failureOf(error: unknown, name: string): Failure {
  if (codeOf(error) === 'ENAMETOOLONG') return new Failure('TARGET_UNWRITABLE', engineText.nameTooLong);
  const failure = targetFailure(error, name);
  return failure instanceof Failure ? failure : new Failure('TARGET_UNWRITABLE', releaseText.cannotWrite(name));
}

const ownMark = (): string => mark(ownerToken(), randomBytes(8));

/**
 * Refuses, before any work is done for it, a place at which no file can be made: a folder bears the name, or the folder
 * it should lie in is missing or may not be written to. What is there stays.
 * @throws Failure TARGET_UNWRITABLE, DISK_FULL
 */
export function checkWritable(path: string): void {
  const name = basename(path);
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw new Failure('TARGET_UNWRITABLE', releaseText.isFolder(name));
    const probe = hiddenName(found === undefined ? path : realpathSync(path), ownMark(), 'part');
    closeSync(openSync(probe, 'wx'));
    rmSync(probe);
  } catch (error) {
    throw failureOf(error, name);
  }
}

/** What a file is made of: its bytes, or another file of this machine, which is copied piece by piece. */
type Content = string | Uint8Array | { file: string };

/** A file whole, under a hidden name beside the place it is for, with the permissions of what it replaces. */
async function stageWhole(path: string, content: Content, releaseId: string) {
  const target = await realpath(path).catch(() => path);
  await removeLeft(dirname(target));
  const file = await stageFile(
    target,
    [typeof content === 'object' && 'file' in content ? content : Buffer.from(content)],
    { releaseId, files: fileBorder },
  );
  await takeAfter(file.path, target);
  return { file, target };
}

/**
 * Writes a file that belongs to no release, such as a report or a recipe, whole or not at all: under a hidden name
 * beside it first, which says whose it is, so that the next one who writes there can remove what a killed process left.
 * A link is followed, and what is replaced keeps its permissions.
 * @throws Failure DISK_FULL, TARGET_UNWRITABLE
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const name = basename(path);
  try {
    const { file, target } = await stageWhole(path, content, ownMark());
    try {
      await rename(file.path, target);
    } catch (error) {
      await file.discard();
      throw error;
    }
    await fileBorder.syncFolder(dirname(target));
  } catch (error) {
    throw failureOf(error, name);
  }
}

/**
 * The same for a file that goes with an entry of the log: what it replaces is kept until the entry is written, and
 * comes back where that fails; where nothing was there, nothing stays. Of two for one place the second begins when the
 * first is done.
 * @param enter writes the entry
 * @throws Failure as `writeWhole`, and whatever `enter` throws
 */
export async function writeEntered<T>(path: string, content: Content, enter: () => T): Promise<T> {
  const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)));
  const place = await realpath(path).catch(() => join(folder, basename(path)));
  return oneAtATime(place, () => placeEntered(path, content, enter));
}

async function placeEntered<T>(path: string, content: Content, enter: () => T): Promise<T> {
  const name = basename(path);
  const releaseId = ownMark();
  let placed: Placement;
  try {
    const { file, target } = await stageWhole(path, content, releaseId);
    placed = placement([{ file, target }], { releaseId, force: true, border: fileBorder });
    try {
      await placed.commit();
    } catch (error) {
      await file.discard();
      throw error;
    }
  } catch (error) {
    throw failureOf(error, name);
  }
  try {
    const entered = enter();
    await placed.settle();
    return entered;
  } catch (error) {
    await placed.takeBack();
    throw error;
  }
}

/** Gives the new file the permissions of the one it replaces, as far as this account may. */
async function takeAfter(path: string, target: string): Promise<void> {
  const before = await stat(target).catch(() => null);
  if (before === null) return;
  await chown(path, before.uid, before.gid).catch(() => undefined);
  await chmod(path, before.mode).catch(() => undefined);
}

/** Removes the hidden files that processes left which are certainly gone; anything else is not ours to judge. */
async function removeLeft(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = ownerOf(name);
    if (owner === null || !ownerIsGone(owner)) continue;
    const path = join(folder, name);
    if ((await lstat(path).catch(() => null))?.isFile() ?? false)
      await rm(path, { force: true }).catch(() => undefined);
  }
}
