import { otherVersions } from '#engine/catalog/repositories/other-versions.ts';
import { recordsRepository } from '#engine/catalog/repositories/records.ts';
import { unfinishedReleases } from '#engine/catalog/repositories/unfinished-releases.ts';
import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { releasedPlaces } from '#engine/workspace-folder/released-places.ts';
import { writerLives } from '#engine/workspace-folder/workspace-lock.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import { heldText } from '#shared/text/engine/held.ts';
import { expectedRecords } from './expected-records.ts';
import { holdCatalogue } from './hold-catalogue.ts';
import { holdRecipes, holdReleases } from './hold-files.ts';

/**
 * What of a workspace is not as its log says: records, settings, recipes, certificates, releases; and what cannot be
 * told.
 */
export function holdWorkspace(
  db: Database,
  directory: string,
  profileDirectory: string,
  workspaceId: string,
): Problem[] {
  const expected = expectedRecords(logRepository(db));
  const places = releasedPlaces(profileDirectory, workspaceId);
  const lives = writerLives(directory);
  const unfinished = lives ? [] : unfinishedReleases(db);
  const sittings = lives ? [] : recordsRepository(db).sittings();
  return [
    ...holdCatalogue(db)
      .filter(({ kind }) => kind !== 'other-version')
      .map(({ seq, kind, detail }) => ({ seq, kind, detail })),
    ...holdReleases(directory, expected, (releaseId) => places[releaseId] ?? null),
    ...holdRecipes(directory, expected).map(({ seq, kind, detail }) => ({ seq, kind, detail })),
    ...unfinished.map(({ seq, announced }) => ({
      seq,
      kind: 'release-unfinished',
      detail: heldText.unfinished(announced.fileName, seq),
    })),
    ...sittings.map(({ ref }) => ({ seq: null, kind: 'draft-under-way', detail: heldText.draftUnderWay(ref) })),
    ...otherVersions(db).map(({ kind, name }) => ({
      seq: null,
      kind: 'other-version',
      detail: heldText.otherVersion(kind, name),
    })),
  ];
}
