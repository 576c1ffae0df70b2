import type { AffectedPart } from '#shared/cases/breach.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { breachesText as text } from '#shared/text/engine/breaches.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { registeredCertificate } from '../releases/earlier-releases.ts';
import { releasedFiles } from '../releases/released-files.ts';
import { releasedTables } from '../releases/released-tables.ts';
import { requireEnterable } from '../require-enterable.ts';
import { affectedDataset, affectedRelease, affectedTable, type ReleasedTable } from './affected-part.ts';
import { requireClock, saveBreach, storedBreach, updatedPayload } from './breach-cases.ts';

interface Counted {
  part: AffectedPart;
  findings: readonly Finding[];
}

const datasetsBySource = ({ catalog }: Workspace): ReadonlyMap<string, string> =>
  new Map(catalog.datasets.list().map(({ id, sha256 }) => [sha256, id]));

/** The tables of those releases that are of several, each with the dataset that its rows come from, by what is known. */
async function tablesOf(workspace: Workspace, ids: readonly string[]): Promise<ReleasedTable[]> {
  const wanted = new Set(ids);
  const bySource = datasetsBySource(workspace);
  const released = (await releasedTables(workspace)).filter(({ releaseId }) => wanted.has(releaseId));
  return released.flatMap(({ releaseId, label, tables, certificate }) =>
    tables.map(({ datasetId, sourceSha256, fileName, rows }, at) => ({
      releaseId,
      label,
      // A table that was read from a file is of whatever dataset came from the same one.
      datasetId: datasetId ?? bySource.get(sourceSha256) ?? sourceSha256,
      fileName,
      rows,
      columns: certificate?.tables[at]?.output.columns ?? null,
    })),
  );
}

/** The parts that a breach touches: each dataset is counted once, whether it or only releases of it are affected. */
async function partsOf(
  state: EngineSession,
  job: JobContext,
  { datasets, releases }: { datasets: readonly string[]; releases: readonly string[] },
): Promise<AffectedPart[]> {
  const workspace = state.requireWorkspace();
  const bySource = datasetsBySource(workspace);
  const tables = await tablesOf(workspace, releases);
  const related = new Set(tables.map(({ releaseId }) => releaseId));
  const files = new Map(releasedFiles(workspace).map((file) => [file.releaseId, file]));
  const chosen = releases
    .filter((id) => !related.has(id))
    .map((id) => {
      const file = files.get(id);
      if (file === undefined) throw new Failure('RELEASE_UNKNOWN', releaseText.gone);
      return { ...file, datasetId: file.datasetId ?? bySource.get(file.sourceSha256) ?? file.sourceSha256 };
    });
  const there = new Map(workspace.catalog.datasets.list().map((summary) => [summary.id, summary.name]));
  const sources = [...chosen, ...tables].map(({ datasetId }) => datasetId);
  const wanted = [...new Set([...datasets, ...sources.filter((id) => there.has(id))])];
  const counted = new Map<string, Counted>();
  for (const [done, id] of wanted.entries()) {
    job.progress({ phase: text.counting, done, total: wanted.length, unit: 'steps' });
    const own = await withDataset(
      state,
      id,
      async (table): Promise<Counted> => ({
        part: await affectedDataset(table, there.get(id) ?? table.fileName, state.reckoning()),
        findings: await table.findings(),
      }),
      { interrupt: job.signal },
    );
    counted.set(id, own);
  }
  const released: AffectedPart[] = [];
  for (const release of chosen) {
    const certificate = await registeredCertificate(workspace, release.releaseId, release.certificateSha256);
    released.push(affectedRelease(release, certificate, counted.get(release.datasetId) ?? null));
  }
  for (const table of tables) released.push(affectedTable(table, counted.get(table.datasetId) ?? null));
  return [...datasets.map((id) => counted.get(id)!.part), ...released];
}

/**
 * Computes who and how many are affected from the datasets and releases that were chosen, in place of what was chosen
 * before: counts and names of columns, no cell.
 * @throws Failure WRONG_USAGE, DATASET_UNKNOWN, RELEASE_UNKNOWN, ROLE_REFUSED, WORKSPACE_READ_ONLY, JOB_CANCELLED
 */
export async function affectedByBreach(
  state: EngineSession,
  job: JobContext,
  asked: { breach: string; datasets: readonly string[]; releases: readonly string[] },
): Promise<{ id: string; ref: string; registerEntry: number }> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'breach.updated');
  requireClock(state, workspace);
  if (asked.datasets.length + asked.releases.length === 0) throw new Failure('WRONG_USAGE', text.nothingChosen);
  if (storedBreach(workspace, asked.breach).body.closing !== null)
    throw new Failure('WRONG_USAGE', text.closed(asked.breach));
  const parts = await partsOf(state, job, {
    datasets: [...new Set(asked.datasets)],
    releases: [...new Set(asked.releases)],
  });
  job.commit();
  // Read anew: somebody may have stated something while it was counted.
  const { id, body: before } = storedBreach(workspace, asked.breach);
  const body = { ...before, scope: { computedAt: state.now(), parts } };
  const payload = updatedPayload(state, body);
  const registerEntry = saveBreach(workspace, { id, body }, { kind: 'breach.updated', payload });
  return { id, ref: body.ref, registerEntry };
}
