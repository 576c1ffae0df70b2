import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { joinSides, type JoinSide } from '#shared/domain/joined-view.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { readParquet } from '#engine/analysis/readers.ts';
import type { EarlierRelease, KinSource } from '#engine/release/join-earlier.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { isAskedFor, spentByLog } from './earlier-releases.ts';
import { releasedFiles } from './released-files.ts';

/** One step between a joined view and one of its sources. */
interface Step {
  view: DatasetSummary;
  side: JoinSide;
  /** From the view to its source, or from the source to the view. */
  towards: 'source' | 'view';
}

/** A dataset that has rows in common with another, and the way from there; `id` is null where it was deleted. */
interface Kin {
  id: string | null;
  name: string;
  sha256: string;
  way: readonly Step[];
}

/** So many joins lie between two datasets at most. */
const furthest = 4;

/** Every dataset that was joined from these bytes, or that they were joined from, by whatever joins lie between. */
function kinOf(datasets: readonly DatasetSummary[], sha256: string): Kin[] {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const seen = new Set<string>();
  const found: Kin[] = [];
  let edge: Kin[] = datasets
    .filter((one) => one.sha256 === sha256)
    .map(({ id, name }) => ({ id, name, sha256, way: [] }));
  for (const { id } of edge) seen.add(id!);
  const reach = (next: Kin[], kin: Omit<Kin, 'id'>, id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const reached = { ...kin, id: byId.has(id) ? id : null };
    next.push(reached);
    if (kin.sha256 !== sha256) found.push(reached);
  };
  for (let far = 0; far < furthest && edge.length > 0; far += 1) {
    const next: Kin[] = [];
    for (const { id, way } of edge) {
      const view = id === null ? undefined : byId.get(id);
      for (const side of joinSides) {
        const source = view?.join?.[side];
        if (view !== undefined && source !== undefined)
          reach(next, { ...source, way: [...way, { view, side, towards: 'source' }] }, source.datasetId);
        for (const made of datasets)
          if (id !== null && made.join?.[side].datasetId === id)
            reach(next, { ...made, way: [...way, { view: made, side, towards: 'view' }] }, made.id);
      }
    }
    edge = next;
  }
  return found;
}

/** What a column at the end of the way is called at its beginning; null where it is none of there. */
function calledAtBeginning(way: readonly Step[], name: string): string | null {
  let called: string | null = name;
  for (const { view, side, towards } of way.toReversed()) {
    const columns = view.join?.columns.filter((column) => column.side === side) ?? [];
    const match = columns.find((column) => (towards === 'view' ? column.name : column.from) === called);
    if (match === undefined) return null;
    called = towards === 'view' ? match.from : match.name;
  }
  return called;
}

/** Which row at the beginning of a way goes with which at its end. @returns path of the Parquet file */
async function writePairs(state: EngineSession, way: readonly Step[], directory: string): Promise<string> {
  const steps: string[] = [];
  for (const { view, side, towards } of way) {
    const { duck } = await state.dataset(view.id);
    const path = join(directory, `pairs-${randomUUID()}.parquet`);
    const [from, to] = towards === 'view' ? ['source', 'n'] : ['n', 'source'];
    await duck.run(
      `COPY (SELECT ${from} AS a, ${to} AS b FROM (SELECT n, ${side === 'left' ? 'l' : 'r'} AS source FROM ` +
        `dataset.main.origin) WHERE source IS NOT NULL) TO ${quoteText(path)} (FORMAT parquet)`,
    );
    steps.push(path);
  }
  const { duck } = await state.dataset(way[0]!.view.id);
  const path = join(directory, `pairs-${randomUUID()}.parquet`);
  const rest = steps.slice(1).map((step, at) => `JOIN ${readParquet(step)} s${at + 1} ON s${at + 1}.a = s${at}.b`);
  await duck.run(
    `COPY (SELECT DISTINCT s0.a AS here, s${steps.length - 1}.b AS there FROM ${readParquet(steps[0]!)} s0 ` +
      `${rest.join(' ')}) TO ${quoteText(path)} (FORMAT parquet)`,
  );
  return path;
}

/**
 * Earlier releases of datasets that have people in common with this one by a join: whoever has both could put them
 * together. Those of a dataset that was deleted cannot be made again, and are told.
 * @param releasesOf the releases of one table that the register knows
 */
export async function kinReleases(
  state: EngineSession,
  table: TableInHand,
  {
    release,
    releasesOf,
  }: {
    release: ReleaseKind;
    releasesOf(of: TableInHand, findings: readonly Finding[]): Promise<EarlierRelease[]>;
  },
): Promise<EarlierRelease[]> {
  const workspace = state.requireWorkspace();
  const { catalog } = workspace;
  const found: EarlierRelease[] = [];
  for (const { id, name, sha256, way } of kinOf(catalog.datasets.list(), table.sha256)) {
    if (id === null) {
      for (const { releaseId, fileName, writtenAt, sourceSha256, kind, entry } of releasedFiles(workspace)) {
        const spent = entry.kind === 'release.written' ? entry.payload.spent : undefined;
        if (sourceSha256 === sha256 && isAskedFor(release, { release: kind, spent }))
          found.push({
            releaseId,
            output: fileName,
            createdAt: writtenAt,
            made: null,
            why: releaseText.earlier.sourceGone(name),
            ...spentByLog({ release: kind, spent }),
          });
      }
      continue;
    }
    const session = await state.dataset(id);
    const findings = session.effectiveFindings();
    const kin: KinSource = {
      source: { duck: session.duck, relation: session.relation, columns: session.columns },
      findings,
      calledHere: (column) => calledAtBeginning(way, column),
      writePairs: (directory) => writePairs(state, way, directory),
    };
    const releases = await withDataset(state, id, (of) => releasesOf(of, findings));
    found.push(...releases.map((one) => ({ ...one, kin })));
  }
  return found;
}
