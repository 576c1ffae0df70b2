import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.ts';

/**
 * `released/<workspace id>.json` in the user's profile: where this machine wrote each release. A path tells of a
 * person's folders, so that it is neither in the register nor in the workspace, which travel.
 */
const placesFile = z.object({
  format: z.literal('custos-released'),
  formatVersion: z.literal(1),
  places: z.record(z.string(), z.string()),
});
const fileIn = (profileDirectory: string, workspaceId: string): string =>
  join(profileDirectory, 'released', `${workspaceId}.json`);

export function releasedPlaces(profileDirectory: string, workspaceId: string): Record<string, string> {
  try {
    const parsed = placesFile.safeParse(readJson(fileIn(profileDirectory, workspaceId)));
    return parsed.success ? parsed.data.places : {};
  } catch {
    return {};
  }
}

/** Never fails: a release stands whether its place is remembered or not. */
export function rememberReleased(profileDirectory: string, workspaceId: string, releaseId: string, path: string): void {
  try {
    mkdirSync(join(profileDirectory, 'released'), { recursive: true, mode: 0o700 });
    const places = Object.fromEntries(
      Object.entries(releasedPlaces(profileDirectory, workspaceId)).filter(([, known]) => known !== path),
    );
    writeJson(fileIn(profileDirectory, workspaceId), {
      format: 'custos-released',
      formatVersion: 1,
      places: { ...places, [releaseId]: path },
    });
  } catch {
    // The file of that name is then not looked at when the register is verified.
  }
}
