import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { editionReleaseText } from '#shared/text/engine/edition-release.ts';
import { personColumns } from '#engine/privacy/person/person-column.ts';
import type { EarlierRelease } from '#engine/release/join-earlier.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { areEditions } from '../datasets/since-last-import.ts';
import { isAskedFor, registeredCertificate, spentByLog } from './earlier-releases.ts';
import { earlierTables } from './released-tables.ts';

interface AskOfEditions {
  release: ReleaseKind;
  findings: readonly Finding[];
  /** Releases that are known to be of this very source, or of one joined with it. */
  known: ReadonlySet<string>;
  /** The releases of one table that the register knows. */
  releasesOf(of: TableInHand): Promise<EarlierRelease[]>;
}

/**
 * Releases of several related tables of which one is of another edition: whom they point at together is not told by
 * counts of groups.
 */
async function relatedEditions(
  state: EngineSession,
  table: TableInHand,
  findings: readonly Finding[],
): Promise<EarlierRelease[]> {
  const found: EarlierRelease[] = [];
  for (const { dataset, alike } of othersOf(state, table, findings)) {
    const edition = { source: null, findings: [], alike };
    for (const { related: _related, ...one } of await earlierTables(state.requireWorkspace(), dataset.sha256))
      found.push({ ...one, why: editionReleaseText.grouped, edition });
  }
  return found;
}

/** Datasets with other bytes that may hold the same people, and whether they have (nearly) the same columns. */
function othersOf(
  state: EngineSession,
  table: TableInHand,
  findings: readonly Finding[],
): { dataset: DatasetSummary; alike: boolean }[] {
  const { catalog } = state.requireWorkspace();
  const datasets = catalog.datasets.list();
  const isJoined = datasets.find(({ id }) => id === table.datasetId)?.join !== undefined;
  const columns = table.columns.map(({ name }) => name);
  const keys = new Set(personColumns(findings));
  return datasets.flatMap((dataset) => {
    const there = catalog.classifications.get(dataset.id)?.columns;
    if (there === undefined || dataset.sha256 === table.sha256) return [];
    const names = there.map(({ name }) => name);
    // A joined view holds columns of its sources and is no edition of either.
    const alike = (dataset.join !== undefined) === isJoined && areEditions(columns, names);
    return alike || names.some((name) => keys.has(name)) ? [{ dataset, alike }] : [];
  });
}

/**
 * Earlier releases of other editions of a table, or of other files of the same people: whoever has both takes one from
 * the other. Of files that are not in the workspace (any more) those whose recipe was for (nearly) the same columns are
 * told, and cannot be compared.
 */
export async function editionReleases(
  state: EngineSession,
  table: TableInHand,
  { release, findings, known, releasesOf }: AskOfEditions,
): Promise<EarlierRelease[]> {
  const workspace = state.requireWorkspace();
  const written = workspace.catalog
    .entriesOf('release.written')
    .filter(
      ({ subjectRef, payload }) =>
        payload.sourceSha256 !== table.sha256 &&
        !known.has(payload.releaseId ?? subjectRef) &&
        isAskedFor(release, payload),
    );
  const released = new Set(written.map(({ payload }) => payload.sourceSha256));
  const found: EarlierRelease[] = [];
  for (const { dataset, alike } of othersOf(state, table, findings)) {
    if (!released.has(dataset.sha256)) continue;
    const session = await state.dataset(dataset.id);
    const source = { duck: session.duck, relation: session.relation, columns: session.columns };
    const edition = { source, findings: session.effectiveFindings(), alike };
    const releases = await withDataset(state, dataset.id, releasesOf);
    const others = releases.filter(({ releaseId, related }) => related === undefined && !known.has(releaseId));
    found.push(...others.map((one) => ({ ...one, edition })));
  }
  const related = await relatedEditions(state, table, findings);
  found.push(...related.filter(({ releaseId }) => !known.has(releaseId)));
  const here = new Set(workspace.catalog.datasets.list().map(({ sha256 }) => sha256));
  const columns = table.columns.map(({ name }) => name);
  for (const { ts, subjectRef, payload } of written.toReversed()) {
    if (here.has(payload.sourceSha256)) continue;
    const releaseId = payload.releaseId ?? subjectRef;
    const certificate = await registeredCertificate(workspace, releaseId, payload.certificateSha256);
    if (!areEditions(columns, certificate?.recipe.columns ?? [])) continue;
    const edition = { source: null, findings: [], alike: true };
    const why = editionReleaseText.gone;
    found.push({
      releaseId,
      output: payload.fileName,
      createdAt: ts,
      made: null,
      why,
      edition,
      ...spentByLog(payload),
    });
  }
  return found;
}
