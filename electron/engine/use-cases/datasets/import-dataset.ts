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
import { sealedDates, sealedProfiles, sealedRejects, sealedRows } from '#engine/workspace/sealed-names.ts';
import { recordSuggestions } from '../classify/record-suggestions.ts';
import { sealDates } from './inventory-dates.ts';
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
      { signal: job.signal, today: state.today() },
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

/**
 * Brings a granted file into the open workspace: rows to a columnar working copy, which can be looked at from then on,
 * every value masked; profiled and classified, then sealed; catalogue rows and register entries in one transaction at
 * the very end, so that a crash or cancel before it leaves nothing behind.
 */
export async function importDataset(
  state: EngineSession,
  job: JobContext & Early<DatasetSummary>,
  input: { grantId: string; options?: Partial<IntakeOptions> | undefined; informedHow: string },
): Promise<DatasetSummary> {
  const workspace = state.requireWorkspace();
  const id = state.newId();
  // The intake's data engine sees only its own directory: the files are made there and moved here, on the same file
  // system. The rows stay where unsealing would put them: whoever imports a dataset looks at it next.
  const database = join(workspace.workDirectory, sealedRows(id));
  const files = {
    rejects: join(workspace.workDirectory, `${id}.rejects.jsonl`),
    profiles: join(workspace.workDirectory, `${id}.profiles.json`),
  };
  const sealed = [sealedRows(id), sealedRejects(id), sealedProfiles(id), sealedDates(id)];
  let kept = false;
  try {
    const summary = await withSource(
      state,
      input,
      jobPart(job, 0, 15),
      async (source, directory): Promise<DatasetSummary> => {
        const made = { database: join(directory, 'rows.duckdb'), rejects: join(directory, 'rejects.jsonl') };
        const importing = jobPart(job, 15, 50);
        // While the data engine writes, this process has time.
        setImmediate(warmUp);
        const written = await importSource(source, made, {
          signal: job.signal,
          onProgress: (report) => importing.progress(report),
        });
        await rename(made.database, database);
        await rename(made.rejects, files.rejects);
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
      },
    );
    throwIfCancelled(job.signal);

    const arrival = await state.arrivals.add(summary, workspace.workDirectory, database);
    job.early(summary);
    const { profiles, classification } = await examine(state, jobPart(job, 50, 90), arrival);
    await writeFile(files.profiles, JSON.stringify(profiles), { mode: 0o600 });

    jobPart(job, 90, 100).progress({ phase: jobsText.phases.sealing, done: 0, total: null, unit: 'bytes' });
    await workspace.seal(sealedRows(id), database, { signal: job.signal });
    await workspace.seal(sealedProfiles(id), files.profiles, { signal: job.signal });
    await workspace.seal(sealedRejects(id), files.rejects, { signal: job.signal });
    const suggestions = await sealDates(workspace, id, classification, job.signal);
    job.commit();

    const withChannel = { ...summary, channel: classification.channel };
    workspace.transaction(() => {
      workspace.catalog.datasets.save(withChannel);
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
          channel: classification.channel,
          informedHow: input.informedHow,
          warnings: summary.warnings.length,
          recordSha256: workspace.catalog.held.hashOf('dataset', id),
        },
      });
      recordSuggestions(state, id, suggestions);
    });
    kept = true;
    state.adoptDataset(id, arrival.duck, profiles);
    state.arrivals.end(id, true);
    return withChannel;
  } catch (error) {
    state.arrivals.end(id, false);
    if (!kept) for (const name of sealed) workspace.removeSealed(name);
    throw error;
  } finally {
    for (const path of Object.values(files)) await rm(path, { force: true });
  }
}
