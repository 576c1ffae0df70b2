import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.ts';
import { placeName } from './signed-heads.ts';
import { makeFolder } from './make-folder.ts';

/**
 * `places.json` in the user's profile: which workspace was last seen in which folder, and which others were there
 * before it without having been deleted.
 */
const knownPlace = z.object({ directory: z.string(), workspaceId: z.string(), before: z.array(z.string()).max(100) });
const placesFile = z.object({
  format: z.literal('custos-places'),
  formatVersion: z.literal(1),
  places: z.array(knownPlace),
});
export type KnownPlace = z.infer<typeof knownPlace>;

const most = 500;
const fileIn = (profileDirectory: string): string => join(profileDirectory, 'places.json');

function read(profileDirectory: string): KnownPlace[] {
  try {
    const parsed = placesFile.safeParse(readJson(fileIn(profileDirectory)));
    return parsed.success ? parsed.data.places : [];
  } catch {
    return [];
  }
}

function write(profileDirectory: string, places: readonly KnownPlace[]): void {
  makeFolder(profileDirectory);
  writeJson(fileIn(profileDirectory), { format: 'custos-places', formatVersion: 1, places: places.slice(0, most) });
}

/** What this machine knows of a folder: undefined where it never had a workspace open in it. */
export const placeKnown = (profileDirectory: string, directory: string): KnownPlace | undefined =>
  read(profileDirectory).find((place) => place.directory === placeName(directory));

/** A workspace was opened here. One that was here before and was not deleted stays on record. */
export function rememberPlace(profileDirectory: string, directory: string, workspaceId: string): void {
  const name = placeName(directory);
  const places = read(profileDirectory);
  const known = places.find((place) => place.directory === name);
  if (known?.workspaceId === workspaceId) return;
  const before =
    known === undefined ? [] : [...new Set([...known.before, known.workspaceId])].filter((id) => id !== workspaceId);
  write(profileDirectory, [{ directory: name, workspaceId, before }, ...places.filter((place) => place !== known)]);
}

/** A workspace was made or deleted here on purpose: what was here before is over. */
export function forgetPlace(profileDirectory: string, name: string): void {
  const places = read(profileDirectory);
  if (places.some((place) => place.directory === name))
    write(
      profileDirectory,
      places.filter((place) => place.directory !== name),
    );
}
