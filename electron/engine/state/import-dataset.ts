import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Classification } from '#shared/domain/finding.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import { warmUp } from '#engine/classify/warm-up.ts';
import { importSource } from '#engine/intake/import-source.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { datasetRelation } from './dataset-session.ts';
import { sealedProfiles, sealedRejects, sealedRows, type EngineState } from './engine-state.ts';
import { jobPart } from './job-part.ts';
import { today } from './today.ts';
import { withSource } from './with-source.ts';

/** Keeps a dataset's new suggestions and says so in the register; decisions are untouched. */
export function recordSuggestions(state: EngineState, datasetId: string, classification: Classification): void {
  const workspace = state.requireWorkspace();
  const classes = { linked: 0, linkable: 0, non_pii: 0 };
  for (const column of classification.columns) classes[column.class] += 1;
  workspace.transaction(() => {
    workspace.catalog.classifications.save(datasetId, classification);
    workspace.register.append({
      kind: 'classification.suggested',
      subjectRef: datasetId,
      payload: { datasetId, policy: classification.policy, columns: classification.columns.length, classes, needReview: classification.columns.filter(({ needsReview }) => needsReview).length },
    });
  });
  state.refreshRecord(datasetId);
}

/**
 * Profiles and classifies the imported rows at the same time, each on a connection of its own: one works mostly in the data engine, the other mostly
 * in this process.
 */
async function examine(state: EngineState, job: JobContext, database: string, summary: DatasetSummary): Promise<{ profiles: ColumnProfile[]; classification: Classification }> {
  const { policy } = state.requireWorkspace().summary();
  const duck = await openDuck({ directory: state.requireWorkspace().workDirectory });
  try {
    await duck.run(`ATTACH ${quoteText(database)} AS dataset (READ_ONLY)`);
    const other = await duck.connect();
    const classifying = classifyRelation(other, datasetRelation, summary.columns, { layout: summary.options.layout, rows: summary.rows, policy, signal: job.signal, today: today(state) });
    const profiling = profileColumns(duck, datasetRelation, summary.columns, { signal: job.signal, withTop: true, onProgress: (done, total) => job.progress({ phase: jobsText.phases.profilingAndClassifying, done, total, unit: 'columns' }) });
    const [classified, profiled] = await Promise.allSettled([classifying, profiling]);
    other.close();
    for (const result of [classified, profiled]) if (result.status === 'rejected') throw result.reason;
    return { profiles: await profiling, classification: await classifying };
  } finally {
    duck.close();
  }
}

/**
 * Brings a granted file into the open workspace: rows to a columnar working copy, profiled and classified, then sealed; catalogue
 * rows and register entries in one transaction at the very end, so that a crash or cancel before it leaves nothing behind.
 */
export async function importDataset(state: EngineState, job: JobContext, input: { grantId: string; options?: Partial<IntakeOptions> | undefined; informedHow: string }): Promise<DatasetSummary> {
  const workspace = state.requireWorkspace();
  const id = state.newId();
  // The intake's data engine sees only its own directory: the files are made there and moved here, on the same file system.
  // The rows stay where unsealing would put them: whoever imports a dataset looks at it next.
  const database = join(workspace.workDirectory, sealedRows(id));
  const files = { rejects: join(workspace.workDirectory, `${id}.rejects.jsonl`), profiles: join(workspace.workDirectory, `${id}.profiles.json`) };
  const sealed = [sealedRows(id), sealedRejects(id), sealedProfiles(id)];
  try {
    const summary = await withSource(state, input, jobPart(job, 0, 15), async (source, directory): Promise<DatasetSummary> => {
      const made = { database: join(directory, 'rows.duckdb'), rejects: join(directory, 'rejects.jsonl') };
      const importing = jobPart(job, 15, 50);
      // While the data engine writes, this process has time.
      setImmediate(warmUp);
      const written = await importSource(source, made, { signal: job.signal, onProgress: (report) => importing.progress(report) });
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
    });
    throwIfCancelled(job.signal);

    const { profiles, classification } = await examine(state, jobPart(job, 50, 90), database, summary);
    await writeFile(files.profiles, JSON.stringify(profiles), { mode: 0o600 });

    jobPart(job, 90, 100).progress({ phase: jobsText.phases.sealing, done: 0, total: null, unit: 'bytes' });
    await workspace.seal(sealedRows(id), database, { signal: job.signal });
    await workspace.seal(sealedProfiles(id), files.profiles, { signal: job.signal });
    await workspace.seal(sealedRejects(id), files.rejects, { signal: job.signal });
    job.commit();

    const withChannel = { ...summary, channel: classification.channel };
    workspace.transaction(() => {
      workspace.catalog.datasets.save(withChannel);
      workspace.register.append({
        kind: 'dataset.imported',
        subjectRef: id,
        payload: { datasetId: id, name: summary.name, fileName: summary.fileName, sha256: summary.sha256, bytes: summary.bytes, rows: summary.rows, rejectedRows: summary.rejectedRows, columns: summary.columns.length, format: summary.options.format, channel: classification.channel, informedHow: input.informedHow, warnings: summary.warnings.length },
      });
      recordSuggestions(state, id, classification);
    });
    return withChannel;
  } catch (error) {
    for (const name of sealed) workspace.removeSealed(name);
    throw error;
  } finally {
    for (const path of Object.values(files)) await rm(path, { force: true });
  }
}
