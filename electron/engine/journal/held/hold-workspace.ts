import { otherVersions } from '#engine/catalog/repositories/other-versions.ts';
import { recordsRepository } from '#engine/catalog/repositories/records.ts';
import { unfinishedReleases } from '#engine/catalog/repositories/unfinished-releases.ts';
import type { Database } from '#engine/catalog/open-catalog.ts';
import { logRepository } from '#engine/catalog/repositories/log.ts';
import { releasedPlaces } from '#engine/workspace-folder/released-places.ts';
import { writerLives } from '#engine/workspace-folder/workspace-lock.ts';
import type { Problem } from '#shared/journal/verify-log.ts';
import { heldText } from '#shared/text/engine/held.ts';
import { holdStamps, stampsOf } from '../stamp-files.ts';
import { expectedRecords } from './expected-records.ts';
import { holdCatalogue } from './hold-catalogue.ts';
import { holdRecipes, holdReleases, holdTables, holdTold } from './hold-files.ts';
import { holdSealed, type SealedHashes } from './hold-sealed.ts';
import { sittingsOf, type SittingKey } from './recipe-sittings.ts';

/**
 * What of a workspace is not as its log says: records, settings, recipes, certificates, releases; and what cannot be
 * told.
 */
export function holdWorkspace(
  db: Database,
  directory: string,
  profileDirectory: string,
  identity: SittingKey,
  sealedHashes?: SealedHashes,
): Problem[] {
  const { workspaceId } = identity;
  const recipeSittings = sittingsOf(db, identity);
  const expected = expectedRecords(logRepository(db));
  const places = releasedPlaces(profileDirectory, workspaceId);
  const lives = writerLives(directory);
  const unfinished = lives ? [] : unfinishedReleases(db);
  const drafts = lives ? [] : recordsRepository(db).sittings();
  // While somebody works, a sitting is what it should be.
  const cutOff = lives
    ? []
    : [...recipeSittings.values()].flatMap((sitting) =>
        sitting !== null && sitting.base === (expected.recipes.get(sitting.datasetId)?.seq ?? 0) ? [sitting] : [],
      );
  return [
    ...holdCatalogue(db, expected)
      .filter(({ kind }) => kind !== 'other-version')
      .map(({ seq, kind, detail }) => ({ seq, kind, detail })),
    ...holdReleases(directory, expected, (releaseId) => places[releaseId] ?? null),
    ...holdTables(directory, expected),
    ...holdTold(directory, expected),
    ...holdRecipes(directory, expected, recipeSittings).map(({ seq, kind, detail }) => ({ seq, kind, detail })),
    ...holdSealed(directory, expected, sealedHashes).map(({ seq, kind, detail }) => ({ seq, kind, detail })),
    ...holdStamps(directory, stampsOf(db, workspaceId)),
    ...unfinished.map(({ seq, announced }) => ({
      seq,
      kind: 'release-unfinished',
      detail: heldText.unfinished(announced.fileName, seq),
    })),
    ...drafts.map(({ ref }) => ({ seq: null, kind: 'draft-under-way', detail: heldText.draftUnderWay(ref) })),
    ...cutOff.map(({ datasetId, base, saves, since }) => ({
      seq: base === 0 ? null : base,
      kind: 'sitting-open',
      detail: heldText.sittingOpen(expected.names.get(datasetId) ?? datasetId, saves, since),
    })),
    ...otherVersions(db).map(({ kind, name }) => ({
      seq: null,
      kind: 'other-version',
      detail: heldText.otherVersion(kind, name),
    })),
  ];
}
