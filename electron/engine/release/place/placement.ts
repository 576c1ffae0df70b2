import { basename, dirname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { targetExists, targetFailure, type FileBorder } from './file-border.ts';
import { hiddenName } from './hidden-names.ts';
import type { StagedFile } from './place-file.ts';

/** Files that get their names together or not at all, and can be taken back until `settle`. */
export interface Placement {
  /** @throws Failure TARGET_EXISTS, DISK_FULL, TARGET_UNWRITABLE: then everything is as it was before */
  commit(): Promise<void>;
  /** What was there before comes back; what was not is gone again. @throws Failure naming what could not be put back */
  takeBack(): Promise<void>;
  /** The former files are let go. */
  settle(): Promise<void>;
}

/** A file and the name it is to get. */
interface ToPlace {
  file: StagedFile;
  target: string;
  /** Whether the file that bears the name may go although nobody allowed it; it lies at `former` then. */
  mayReplace?: ((former: string) => Promise<boolean>) | undefined;
}

interface Step extends ToPlace {
  former: string;
  kept: boolean;
  placed: boolean;
}

const withoutLinks = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EXDEV'];
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/**
 * The former file first gets a second, hidden name and then loses its own to the new one in one rename: at no moment
 * does the name lead to neither. Without `force` a hard link, which never replaces, gives the name, unless the former
 * file may go for what it is: two runs with one target cannot overwrite each other.
 */
export function placement(
  files: readonly ToPlace[],
  { releaseId, force, border }: { releaseId: string; force: boolean; border: FileBorder },
): Placement {
  const steps: Step[] = files.map((one) => ({
    ...one,
    former: hiddenName(one.target, releaseId, 'former'),
    kept: false,
    placed: false,
  }));
  const syncAll = async (): Promise<void> => {
    for (const folder of new Set(steps.map(({ target }) => dirname(target)))) await border.syncFolder(folder);
  };
  const undo = async (step: Step): Promise<void> => {
    if (step.placed && step.kept) await border.rename(step.former, step.target);
    else if (step.placed) await border.remove(step.target);
    // Two names of one file are left as they are by a rename.
    if (step.kept) await border.remove(step.former);
    step.placed = step.kept = false;
  };
  const takeBack = async (): Promise<void> => {
    const stuck: Step[] = [];
    for (const step of [...steps].reverse()) await undo(step).catch(() => stuck.push(step));
    await syncAll();
    const [first] = stuck;
    if (first)
      throw new Failure(
        'TARGET_UNWRITABLE',
        releaseText.notPutBack(basename(first.target), first.kept ? basename(first.former) : null),
      );
  };
  return {
    async commit() {
      try {
        for (const step of steps) step.kept = await keepFormer(step, force, border);
        for (const step of steps) {
          await giveName(step, force || step.kept, border);
          step.placed = true;
        }
        await syncAll();
      } catch (error) {
        const place = steps.find(({ placed }) => !placed) ?? steps[0]!;
        await takeBack();
        throw targetFailure(error, basename(place.target));
      }
    },
    takeBack,
    async settle() {
      for (const step of steps) {
        // One that cannot be removed now is removed at the next start: the release stands.
        if (step.kept) await border.remove(step.former).catch(() => undefined);
      }
    },
  };
}

/** Keeps the file that bears the name, where it may be replaced: by leave, or for what it is. @returns whether it does */
async function keepFormer(step: Step, force: boolean, border: FileBorder): Promise<boolean> {
  if (!force && step.mayReplace === undefined) return false;
  const kept = await linkFormer(step, border);
  if (!kept || force || (await step.mayReplace?.(step.former))) return kept;
  await border.remove(step.former);
  return false;
}

/**
 * Whether there was one. Where the file system has no links, a copy costs the room of the former file, and is made
 * before it is replaced.
 */
async function linkFormer({ target, former }: Step, border: FileBorder): Promise<boolean> {
  try {
    await border.link(target, former);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    if (!withoutLinks.includes(codeOf(error))) throw error;
  }
  try {
    await border.copy(target, former);
    return true;
  } catch (error) {
    await border.remove(former);
    throw error;
  }
}

async function giveName({ file, target }: Step, force: boolean, border: FileBorder): Promise<void> {
  if (force) return border.rename(file.path, target);
  try {
    await border.link(file.path, target);
  } catch (error) {
    if (!withoutLinks.includes(codeOf(error))) throw error;
    if ((await border.isDirectory(target)) !== null) throw targetExists(basename(target));
    return border.rename(file.path, target);
  }
  await file.discard();
}
