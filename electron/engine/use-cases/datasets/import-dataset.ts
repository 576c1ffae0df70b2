import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Classification } from '#shared/domain/finding.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { warmUp } from '#engine/classify/warm-up.ts';
import { importSource } from '#engine/intake/import-source.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { Early, JobContext } from '#engine/jobs/run-job.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import type { Arrival } from '#engine/session/arrivals.ts';
import { datasetRelation } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { sealedDates, sealedProfiles, sealedRejects, sealedRows } from '#engine/workspace/sealed-names.ts';
import { proposeFromImport } from '../records/propose-answers.ts';
import { recordSuggestions } from '../classify/record-suggestions.ts';
import { sealDates } from './inventory-dates.ts';
import { nameApart } from './name-apart.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import { classifyColumns } from '#engine/tables/classify-columns.ts';
import { withSource } from '#engine/tables/with-source.ts';

/**
 * Profiles and classifies the imported rows at the same time, each on a connection of its own: one works mostly in the
 * data engine, the other mostly in this process.
 */
async function examine(
  state: EngineSession,
  job: JobContext,
  { duck, summary }: Arrival,
): Promise<{ profiles: ColumnProfile[]; classification: Classification }> {
  const { policy } = state.requireWorkspace().summary();
  const [one, other] = [await duck.connect(), await duck.connect()];
  try {
    const { columns, rows } = summary;
    const classifying = classifyColumns(
      { duck: other, relation: datasetRelation, columns, rows, layout: summary.options.layout, policy },
      { signal: job.signal, ...state.reckoning() },
    );
    const profiling = profileColumns(one, datasetRelation, summary.columns, {
      signal: job.signal,
      withTop: true,
      onProgress: (done, total) =>
        job.progress({ phase: jobsText.phases.profilingAndClassifying, done, total, unit: 'columns' }),
    });
    const [classified, profiled] = await Promise.allSettled([classifying, profiling]);
    for (const result of [classified, profiled]) if (result.status === 'rejected') throw result.reason;
    return { profiles: await profiling, classification: await classifying };
  } finally {
    one.close();
    other.close();
  }
}

type Imported = { grantId: string; options?: Partial<IntakeOptions> | undefined; informedHow: string };

/** Where the rows and what was set aside of them are to lie. */
interface Places {
  database: string;
  rejects: string;
}

/**
 * Reads the file's rows into a columnar working copy. The intake's data engine sees only its own directory: the files
 * are made there and moved, on the same file system.
 */
function readIn(
  state: EngineSession,
  job: JobContext,
  input: Imported,
  id: string,
  to: Places,
): Promise<DatasetSummary> {
  return withSource(state, input, jobPart(job, 0, 15), async (source, directory) => {
    const made = { database: join(directory, 'rows.duckdb'), rejects: join(directory, 'rejects.jsonl') };
    const importing = jobPart(job, 15, 50);
    // While the data engine writes, this process has time.
    setImmediate(warmUp);
    const written = await importSource(source, made, {
      signal: job.signal,
      onProgress: (report) => importing.progress(report),
    });
    await rename(made.database, to.database);
    await rename(made.rejects, to.rejects);
    return {
      id,
      name: basename(source.fileName, extname(source.fileName)),
      fileName: source.fileName,
      importedAt: state.now(),
      rows: written.rows,
      rejectedRows: source.rejects.total,
      bytes: source.bytes,
      sha256: source.sha256,
      options: source.options,
      detections: source.detections,
      columns: source.columns,
      warnings: source.warnings,
      channel: null,
      informedHow: input.informedHow,
    };
  });
}

/** Catalogue rows and register entries of the new dataset, in one transaction. */
function enter(state: EngineSession, workspace: Workspace, summary: DatasetSummary, suggestions: Classification): void {
  const { id } = summary;
  workspace.transaction(() => {
    workspace.catalog.datasets.save(summary);
    workspace.register.append({
      kind: 'dataset.imported',
      subjectRef: id,
      payload: {
        datasetId: id,
        name: summary.name,
        fileName: summary.fileName,
        sha256: summary.sha256,
        bytes: summary.bytes,
        rows: summary.rows,
        rejectedRows: summary.rejectedRows,
        columns: summary.columns.length,
        format: summary.options.format,
        channel: summary.channel,
        informedHow: summary.informedHow,
        warnings: summary.warnings.length,
        recordSha256: workspace.catalog.held.hashOf('dataset', id),
      },
    });
    recordSuggestions(state, id, suggestions);
  });
}

/**
 * Brings a granted file into the open workspace: rows to a columnar working copy, which can be looked at from then on,
 * every value masked; profiled and classified, then sealed; catalogue rows and register entries in one transaction at
 * the very end, so that a crash or cancel before it leaves nothing behind.
 */
export async function importDataset(
  state: EngineSession,
  job: JobContext & Early<DatasetSummary>,
  input: Imported,
): Promise<DatasetSummary> {
  const workspace = state.requireWorkspace();
  // Before the rows are read, not after.
  workspace.operators.requireMay('dataset.imported');
  const id = state.newId();
  // The rows stay where unsealing would put them: whoever imports a dataset looks at it next.
  const database = join(workspace.workDirectory, sealedRows(id));
  const rejects = join(workspace.workDirectory, `${id}.rejects.jsonl`);
  const profilesFile = join(workspace.workDirectory, `${id}.profiles.json`);
  const sealed = [sealedRows(id), sealedRejects(id), sealedProfiles(id), sealedDates(id)];
  let kept = false;
  try {
    const summary = await readIn(state, job, input, id, { database, rejects });
    throwIfCancelled(job.signal);

    const named = (): DatasetSummary => nameApart(summary, workspace.catalog.datasets.list());
    const arrival = await state.arrivals.add(named(), workspace.workDirectory, database);
    job.early(named());
    const { profiles, classification } = await examine(state, jobPart(job, 50, 90), arrival);
    await writeFile(profilesFile, JSON.stringify(profiles), { mode: 0o600 });

    jobPart(job, 90, 100).progress({ phase: jobsText.phases.sealing, done: 0, total: null, unit: 'bytes' });
    await workspace.seal(sealedRows(id), database, { signal: job.signal });
    await workspace.seal(sealedProfiles(id), profilesFile, { signal: job.signal });
    await workspace.seal(sealedRejects(id), rejects, { signal: job.signal });
    const suggestions = await sealDates(workspace, id, classification, job.signal);
    job.commit();

    // Another one may have come in meanwhile.
    const withChannel = { ...named(), channel: classification.channel };
    enter(state, workspace, withChannel, suggestions);
    kept = true;
    proposeFromImport(state, id);
    state.adoptDataset(id, arrival.duck, profiles);
    state.arrivals.end(id, true);
    return withChannel;
  } catch (error) {
    state.arrivals.end(id, false);
    if (!kept) for (const name of sealed) workspace.removeSealed(name);
    throw error;
  } finally {
    for (const path of [rejects, profilesFile]) await rm(path, { force: true });
  }
}
