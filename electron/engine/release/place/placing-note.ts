import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ownerToken, ownerIsGone } from '#engine/workspace/work-directory.ts';
import { hiddenName } from './hidden-names.ts';
import { makeFolder } from '#engine/workspace-folder/make-folder.ts';

/**
 * While a release is being placed, a note of this account says where: a process that is killed leaves hidden files
 * beside a target that no workspace knows the folder of. The next start finds the note and puts right what it names.
 */
const plannedFile = z.strictObject({
  target: z.string(),
  /** Of the new file; null before it is staged. */
  sha256: z.string().nullable(),
  /** Whether something bore the name before. */
  existed: z.boolean(),
});
const placingNote = z.strictObject({
  releaseId: z.string(),
  workspaceId: z.string().nullable(),
  owner: z.string(),
  files: z.array(plannedFile),
});
type PlannedFile = z.infer<typeof plannedFile>;
type Note = z.infer<typeof placingNote>;

export interface Placing {
  /** What the files hold, said before they get their names. */
  staged(sha256: readonly string[]): void;
  done(): void;
}

/** A release that a dead process left: `inPlace` where every file bears its name. */
export interface LeftRelease {
  releaseId: string;
  inPlace: boolean;
}

/** The same once it was put right; `place` is where its output was to be. */
export interface SettledRelease {
  releaseId: string;
  stands: boolean;
  place: string | null;
}

const folderOf = (profileDirectory: string): string => join(profileDirectory, 'placing');

/** Notes what is about to be placed. A note that cannot be written holds up no release. */
export function notePlacing(
  profileDirectory: string,
  release: { releaseId: string; workspaceId: string | null; targets: readonly string[] },
): Placing {
  const folder = folderOf(profileDirectory);
  const path = join(folder, `${release.releaseId}.json`);
  const note: Note = {
    releaseId: release.releaseId,
    workspaceId: release.workspaceId,
    owner: ownerToken(),
    files: release.targets.map((target) => ({ target, sha256: null, existed: existsSync(target) })),
  };
  const write = (): void => {
    try {
      makeFolder(folder);
      writeFileSync(`${path}.new`, JSON.stringify(note), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    } catch {
      rmSync(`${path}.new`, { force: true });
    }
  };
  write();
  return {
    staged(sha256) {
      note.files = note.files.map((file, index) => ({
        ...file,
        sha256: sha256[index] ?? null,
        existed: existsSync(file.target),
      }));
      write();
    },
    done: () => rmSync(path, { force: true }),
  };
}

function notesIn(profileDirectory: string): Note[] {
  const folder = folderOf(profileDirectory);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      try {
        return [placingNote.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))];
      } catch {
        return [];
      }
    });
}

async function hashOf(path: string): Promise<string | null> {
  if (!((await stat(path).catch(() => null))?.isFile() ?? false)) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Puts right, by name, what dead processes left of one workspace's releases (null: of those without a workspace):
 * hidden files go, and a release that does not stand is taken back, unless somebody put something else in its place
 * meanwhile.
 * @returns the releases that were found, and whether they stand
 */
export async function putRightLeftReleases(
  profileDirectory: string,
  workspaceId: string | null,
  stands: (left: LeftRelease) => boolean,
): Promise<SettledRelease[]> {
  const found: SettledRelease[] = [];
  for (const note of notesIn(profileDirectory)) {
    if (note.workspaceId !== workspaceId || !ownerIsGone(note.owner)) continue;
    try {
      const now = await Promise.all(note.files.map(({ target }) => hashOf(target)));
      const inPlace = note.files.every(({ sha256 }, index) => sha256 !== null && sha256 === now[index]);
      const stays = stands({ releaseId: note.releaseId, inPlace });
      for (const [index, file] of note.files.entries()) await putRight(note.releaseId, file, now[index] ?? null, stays);
      rmSync(join(folderOf(profileDirectory), `${note.releaseId}.json`), { force: true });
      found.push({ releaseId: note.releaseId, stands: stays, place: note.files[0]?.target ?? null });
    } catch {
      // A folder that is not there or may not be written now: the next start tries again.
    }
  }
  return found;
}

async function putRight(
  releaseId: string,
  { target, sha256, existed }: PlannedFile,
  now: string | null,
  stays: boolean,
): Promise<void> {
  const former = hiddenName(target, releaseId, 'former');
  const ours = sha256 !== null && now === sha256;
  if (!stays) {
    if (existsSync(former)) {
      if (now === null || ours) await rename(former, target);
    } else if (ours && !existed) await rm(target, { force: true });
  }
  for (const kind of ['former', 'part'] as const) await rm(hiddenName(target, releaseId, kind), { force: true });
}

/** Whether a note of a release is still there: it could not be followed yet. */
export const hasPlacingNote = (profileDirectory: string, releaseId: string): boolean =>
  existsSync(join(folderOf(profileDirectory), `${basename(releaseId)}.json`));
