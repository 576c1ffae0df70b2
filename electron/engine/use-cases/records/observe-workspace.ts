import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import { readFile } from 'node:fs/promises';
import { ZodError } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { columnProfile, type ColumnProfile } from '#shared/domain/profile.ts';
import { observeColumn } from '#shared/register/observed/observe-column.ts';
import type {
  Observed,
  ObservedColumn,
  ObservedDataset,
  ObservedMoment,
  ObservedRelease,
} from '#shared/register/observed/observed.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { DatasetRecord } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { sealedProfiles } from '#engine/workspace/sealed-names.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { releasedFiles, type ReleasedFile } from '../releases/released-files.ts';
import { unreadableDatasets } from '../datasets/unreadable-datasets.ts';
import { inventoryDates } from '../datasets/inventory-dates.ts';
import { earlierEditions } from '../datasets/since-last-import.ts';

/** Entries of the log that say where a dataset came from, and what its columns are held to be. */
interface DatasetEntries {
  imported: number;
  columns: number;
  name: string;
  fileName: string;
}

/** The newest of these entries by dataset; also of datasets that are gone. */
function entriesByDataset({ catalog }: Pick<Workspace, 'catalog'>): Map<string, DatasetEntries> {
  const found = new Map<string, DatasetEntries>();
  const entries = catalog.entriesOf(...arrivalKinds, 'classification.suggested', 'classification.decided');
  for (const { seq, kind, subjectRef: id, payload } of entries) {
    const before = found.get(id) ?? { imported: seq, columns: seq, name: '', fileName: '' };
    const called =
      kind === 'dataset.imported'
        ? { name: payload.name, fileName: payload.fileName }
        : kind === 'dataset.joined'
          ? { name: payload.name }
          : {};
    found.set(id, { ...before, columns: seq, ...called });
  }
  return found;
}

/** What a dataset's columns are, by suggestion and decision, without opening its rows. */
export function observedColumns(workspace: Workspace, { classification, decisions }: DatasetRecord): ObservedColumn[] {
  const { policy } = workspace.summary();
  const byColumn = new Map(decisions.map((decision) => [decision.column, decision]));
  return classification.columns.map((finding) =>
    observeColumn(effectiveFinding(finding, byColumn.get(finding.name) ?? null, policy)),
  );
}

const isoDay = /^\d{4}-\d{2}-\d{2}/;

/** First and last day of a column whose dates are written the same way throughout, as the profile found them. */
function momentOf({ name, valueType, dateForms, min, max }: ColumnProfile): ObservedMoment[] {
  if ((valueType !== 'date' && valueType !== 'timestamp') || dateForms.length > 0) return [];
  if (min === null || max === null || !isoDay.test(min) || !isoDay.test(max)) return [];
  return [{ column: name, earliest: min.slice(0, 10), latest: max.slice(0, 10) }];
}

/** Whether each row is another person: a key of people that is never empty and never twice. */
function areRowsPeople(columns: readonly ObservedColumn[], profiles: readonly ColumnProfile[]): boolean | null {
  const keys = new Set(
    columns.filter(({ identifier }) => identifier === 'key' || identifier === 'direct').map(({ name }) => name),
  );
  const measured = profiles.filter(({ name, distinctIsApproximate }) => keys.has(name) && !distinctIsApproximate);
  if (measured.length === 0) return null;
  return measured.some(({ rows, nulls, distinct }) => nulls === 0 && distinct === rows);
}

/** What was measured when the dataset came, which lies sealed beside its rows; empty where that is gone. */
async function profilesOf(workspace: Workspace, datasetId: string): Promise<ColumnProfile[]> {
  if (!workspace.hasSealed(sealedProfiles(datasetId))) return [];
  const path = await workspace.unseal(sealedProfiles(datasetId));
  return columnProfile.array().parse(JSON.parse(await readFile(path, 'utf8')));
}

/** The dataset as an import shows it: without what only its sealed measures tell. */
export function observedAtImport(
  state: EngineSession,
  record: DatasetRecord,
  entries = entriesByDataset(state.requireWorkspace()),
): ObservedDataset {
  const { id, name, fileName, importedAt, channel } = record.summary;
  const own = entries.get(id);
  const editions = earlierEditions(record, state.earlierRecords(record.summary)).map(({ summary }) => summary.id);
  const namesakes = [...entries]
    // A name told apart by a number is the name of one file all the same.
    .filter(([other, entry]) => other !== id && (entry.name === name || entry.fileName === fileName))
    .map(([other]) => other);
  return {
    id,
    name,
    fileName,
    earlier: [...new Set([...editions, ...namesakes])],
    importedAt,
    channel,
    columns: observedColumns(state.requireWorkspace(), record),
    moments: [],
    rowsArePeople: null,
    entry: own?.imported ?? 1,
    columnsEntry: own?.columns ?? 1,
  };
}

async function observeDataset(
  state: EngineSession,
  record: DatasetRecord,
  entries: Map<string, DatasetEntries>,
): Promise<ObservedDataset> {
  const workspace = state.requireWorkspace();
  const dataset = observedAtImport(state, record, entries);
  const profiles = await profilesOf(workspace, dataset.id);
  const measured = profiles.flatMap(momentOf);
  const known = new Set(measured.map(({ column }) => column));
  const since = [...(await inventoryDates(workspace, dataset.id))].filter(([column]) => !known.has(column));
  return {
    ...dataset,
    moments: [...measured, ...since.map(([column, earliest]) => ({ column, earliest, latest: null }))],
    rowsArePeople: areRowsPeople(dataset.columns, profiles),
  };
}

function releaseOf(
  state: EngineSession,
  { releaseId, entry, datasetId, fileName, purpose, recipient, label }: ReleasedFile & { purpose: string },
  datasets: ReadonlyMap<string, DatasetEntries>,
): ObservedRelease {
  const known = state.findPurpose(purpose);
  const sourceName = datasets.get(datasetId ?? '')?.name ?? '';
  return {
    id: releaseId,
    datasetId: datasetId ?? '',
    fileName,
    ...(sourceName === '' ? {} : { sourceName }),
    purpose: known?.id ?? purpose,
    purposeTitle: known?.title ?? purpose,
    recipient,
    label: label ?? 'pseudonymised',
    entry: entry.seq,
  };
}

/**
 * Releases by the log: whoever deletes the record of one takes nothing of it back. Of related tables those for which
 * somebody said a purpose.
 */
export function observedReleases(state: EngineSession): ObservedRelease[] {
  const workspace = state.requireWorkspace();
  const datasets = entriesByDataset(workspace);
  return releasedFiles(workspace).flatMap((file) =>
    file.purpose === null ? [] : [releaseOf(state, { ...file, purpose: file.purpose }, datasets)],
  );
}

/** All that the open workspace shows: datasets by classification, decisions and measures, releases by the log. */
export async function observeWorkspace(state: EngineSession): Promise<Observed> {
  const workspace = state.requireWorkspace();
  const entries = entriesByDataset(workspace);
  const datasets: ObservedDataset[] = [];
  const unreadable = new Map(unreadableDatasets(workspace).map((dataset) => [dataset.id, dataset]));
  for (const { id, name } of workspace.catalog.datasets.list()) {
    try {
      datasets.push(await observeDataset(state, state.datasetRecord(id), entries));
    } catch (error) {
      // Whatever cannot be read of one dataset: its record, or what was measured and lies sealed.
      if (!(error instanceof Failure || error instanceof SyntaxError || error instanceof ZodError)) throw error;
      unreadable.set(id, { id, name });
    }
  }
  return { datasets, unreadable: [...unreadable.values()], releases: observedReleases(state) };
}
