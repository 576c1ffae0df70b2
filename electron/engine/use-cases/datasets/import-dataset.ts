import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Classification } from '#shared/domain/finding.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { HeadFacts } from '#engine/analysis/head-facts.ts';
import { warmUp } from '#engine/classify/warm-up.ts';
import { toldChoices } from '#engine/intake/told-choices.ts';
import { importSource } from '#engine/intake/import-source.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { Early, JobContext } from '#engine/jobs/run-job.ts';
import type { FirstRows } from '#engine/session/arrivals.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { SealedFile } from '#engine/workspace/sealed-names.ts';
import { proposeFromImport } from '../records/propose-answers.ts';
import { recordSuggestions } from '../classify/record-suggestions.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import { withSource } from '#engine/tables/with-source.ts';
import { takeIn, type Places } from './take-in.ts';

const packedEnding = /\.(?:gz|gzip|zst|zstd|zip)$/i;
const withoutEnding = (name: string, ending = /(?<=.)\.[^.]*$/): string => name.replace(ending, '');

type Imported = { grantId: string; options?: Partial<IntakeOptions> | undefined; informedHow: string };

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
  announce: (summary: DatasetSummary, first: FirstRows) => void,
): Promise<{ summary: DatasetSummary; head: readonly HeadFacts[] | null }> {
  return withSource(state, { ...input, lean: true, stored: true }, jobPart(job, 0, 15), async (source, directory) => {
    const made = { database: join(directory, 'rows.duckdb'), rejects: join(directory, 'rejects.jsonl') };
    const importing = jobPart(job, 15, 50);
    const summary: DatasetSummary = {
      id,
      name: withoutEnding(withoutEnding(source.fileName, packedEnding)),
      fileName: source.fileName,
      importedAt: state.now(),
      rows: source.rows,
      rejectedRows: source.rejects.total,
      bytes: source.bytes,
      sha256: source.sha256,
      options: source.options,
      detections: source.detections,
      columns: source.columns,
      warnings: [...toldChoices(source.detections), ...source.warnings],
      channel: null,
      informedHow: input.informedHow,
    };
    // While the data engine writes, this process has time.
    setImmediate(warmUp);
    const { head } = await importSource(source, made, {
      signal: job.signal,
      onFirstRows: (cells) => announce(summary, cells),
      onProgress: (report) => importing.progress(report),
    });
    await rename(made.database, to.database);
    await rename(made.rejects, to.rejects);
    return { summary: { ...summary, importedAt: state.now() }, head };
  });
}

/** Catalogue rows and register entries of the new dataset, in one transaction. */
function enter(state: EngineSession, summary: DatasetSummary, suggestions: Classification, sealed: SealedFile[]): void {
  const workspace = state.requireWorkspace();
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
        sealed,
        recordSha256: workspace.catalog.held.hashOf('dataset', id),
      },
    });
    recordSuggestions(state, id, suggestions);
  });
}

/**
 * Brings a granted file into the open workspace: rows to a columnar working copy, which becomes a dataset as `takeIn`
 * does it.
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
  let head: readonly HeadFacts[] | null = null;
  return takeIn(state, job, {
    id,
    read: async (places, announce) => {
      const read = await readIn(state, job, input, id, places, announce);
      throwIfCancelled(job.signal);
      ({ head } = read);
      return read.summary;
    },
    head: () => head,
    enter: (summary, suggestions, sealed) => enter(state, summary, suggestions, sealed),
    entered: () => proposeFromImport(state, id),
  });
}
