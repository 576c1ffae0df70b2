import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Classification } from '#shared/domain/finding.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { suppressionText } from '#shared/text/engine/suppression.ts';
import type { HeadFacts } from '#engine/analysis/head-facts.ts';
import { leanMemoryMb, memoryFor } from '#engine/analysis/open-duck.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { Early, JobContext } from '#engine/jobs/run-job.ts';
import { countSuppressed } from '#engine/facts/suppressed-lookup.ts';
import { onListOf } from '#engine/suppression/suppression-list.ts';
import { profileNotes } from '#engine/profile/profile-notes.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { openRows, type Arrival, type FirstRows } from '#engine/session/arrivals.ts';
import { datasetRelation } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { classifyColumns } from '#engine/tables/classify-columns.ts';
import {
  sealedDates,
  sealedProfiles,
  sealedRejects,
  sealedRows,
  type SealedFile,
} from '#engine/workspace/sealed-names.ts';
import { sealDates } from './inventory-dates.ts';
import { nameApart } from './name-apart.ts';

/**
 * Profiles and classifies the rows that came in at the same time, each on a connection of its own: one works mostly in
 * the data engine, the other mostly in this process. Whoever looks at the rows meanwhile has another engine.
 */
async function examine(
  state: EngineSession,
  job: JobContext,
  { columns, rows, options }: DatasetSummary,
  { database, head }: { database: string; head: readonly HeadFacts[] | null },
): Promise<{ profiles: ColumnProfile[]; classification: Classification }> {
  const workspace = state.requireWorkspace();
  const { policy } = workspace.summary();
  const memoryLimitMb = memoryFor(columns.length, leanMemoryMb);
  const one = await openRows(workspace.workDirectory, database, { memoryLimitMb });
  const other = await one.connect();
  try {
    const classifying = classifyColumns(
      { duck: other, relation: datasetRelation, columns, rows, layout: options.layout, policy },
      { signal: job.signal, ...state.reckoning() },
    );
    const profiling = profileColumns(one, datasetRelation, columns, {
      rows,
      head,
      signal: job.signal,
      withTop: true,
      onProgress: (done, total) =>
        job.progress({ phase: jobsText.phases.profilingAndClassifying, done, total, unit: 'columns' }),
    });
    const [classified, profiled] = await Promise.allSettled([classifying, profiling]);
    for (const result of [classified, profiled]) if (result.status === 'rejected') throw result.reason;
    return { profiles: await profiling, classification: await classifying };
  } finally {
    other.close();
    one.close();
  }
}

/** How many of its rows are about people on the suppression list. */
async function listed(
  state: EngineSession,
  { duck, summary }: Arrival,
  classification: Classification,
  signal: AbortSignal,
): Promise<number> {
  const own = await duck.connect();
  try {
    const source = { duck: own, relation: datasetRelation, columns: summary.columns };
    const onList = onListOf(state.requireWorkspace());
    return await countSuppressed(source, classification.columns, { onList, signal });
  } finally {
    own.close();
  }
}

/** Where the rows of what comes in lie, and what was set aside of them. */
export interface Places {
  database: string;
  rejects: string;
}

/** In the private working directory, where unsealing would put them: whoever brings a dataset in looks at it next. */
export const placesOf = (state: EngineSession, id: string): Places => {
  const { workDirectory } = state.requireWorkspace();
  return { database: join(workDirectory, sealedRows(id)), rejects: join(workDirectory, `${id}.rejects.jsonl`) };
};

export interface Arriving {
  id: string;
  /**
   * Writes the rows and what was set aside to `places`; the working copies are removed where anything fails later.
   * @param announce called at most once, where the first rows can be looked at before all of them are written
   */
  read(places: Places, announce: (summary: DatasetSummary, first: FirstRows) => void): Promise<DatasetSummary>;
  /** What the first of them said of the columns, where `read` asked. */
  head?(): readonly HeadFacts[] | null;
  /** What its columns are suggested to hold, where more is known than its rows tell. */
  suggest?(classification: Classification): Classification;
  /**
   * Catalogue rows and register entries, in one transaction; nothing can be taken back from here on.
   * @param files what was sealed of it
   */
  enter(summary: DatasetSummary, classification: Classification, files: SealedFile[]): void;
  /** What follows from the entry, before anybody who waited for the dataset goes on. */
  entered(): void;
}

/**
 * Makes rows a dataset of the workspace: they can be looked at as soon as they are there, every value masked; they are
 * profiled and classified, then sealed, and entered at the very end, so that a crash or cancel before it leaves nothing
 * behind.
 */
export async function takeIn(
  state: EngineSession,
  job: JobContext & Early<DatasetSummary>,
  { id, read, head = () => null, suggest = (found) => found, enter, entered }: Arriving,
): Promise<DatasetSummary> {
  const workspace = state.requireWorkspace();
  const places = placesOf(state, id);
  const profilesFile = join(workspace.workDirectory, `${id}.profiles.json`);
  const sealed = [sealedRows(id), sealedRejects(id), sealedProfiles(id), sealedDates(id)];
  let kept = false;
  try {
    const apart = (one: DatasetSummary): DatasetSummary => nameApart(one, workspace.catalog.datasets.list());
    let announced = false;
    const summary = await read(places, (soFar, first) => {
      announced = true;
      state.arrivals.announce(apart(soFar), first);
      job.early(apart(soFar));
    });
    const named = (): DatasetSummary => apart(summary);
    const arrival = await state.arrivals.add(named(), workspace.workDirectory, places.database);
    if (!announced) job.early(named());
    const { profiles, classification } = await examine(state, jobPart(job, 50, 90), summary, {
      database: places.database,
      head: head(),
    });
    await writeFile(profilesFile, JSON.stringify(profiles), { mode: 0o600 });

    jobPart(job, 90, 100).progress({ phase: jobsText.phases.sealing, done: 0, total: null, unit: 'bytes' });
    const { signal } = job;
    const seal = async (name: string, path: string): Promise<SealedFile> => ({
      name,
      sha256: await workspace.seal(name, path, { signal }),
    });
    const files = [
      await seal(sealedRows(id), places.database),
      await seal(sealedProfiles(id), profilesFile),
      await seal(sealedRejects(id), places.rejects),
    ];
    const suppressed = await listed(state, arrival, classification, signal);
    const dates = await sealDates(workspace, id, suggest(classification), {
      signal,
      seal: (name, path, options) => workspace.seal(name, path, options),
    });
    job.commit();

    // Another one may have come in meanwhile.
    const arrived = named();
    const onList = suppressed === 0 ? [] : [suppressionText.imported(suppressed)];
    const warnings = [...arrived.warnings, ...profileNotes(profiles), ...onList];
    const withChannel = { ...arrived, channel: classification.channel, warnings };
    enter(withChannel, dates.suggestions, [...files, dates.sealed]);
    kept = true;
    entered();
    state.adoptDataset(id, arrival.duck, profiles);
    state.arrivals.end(id, true);
    return withChannel;
  } catch (error) {
    state.arrivals.end(id, false);
    if (!kept) for (const name of sealed) workspace.removeSealed(name);
    throw error;
  } finally {
    for (const path of [places.rejects, profilesFile]) await rm(path, { force: true });
  }
}
