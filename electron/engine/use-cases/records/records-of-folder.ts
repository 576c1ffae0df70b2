import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import { readIdentity } from '#engine/workspace-folder/read-identity.ts';
import { entriesOf } from '#engine/catalog/repositories/entries-of.ts';
import { purposesRepository } from '#engine/catalog/repositories/purposes.ts';
import { recordsRepository } from '#engine/catalog/repositories/records.ts';
import { reading } from '#engine/journal/open-for-reading.ts';
import type { RecordDetail, RecordSummary } from '#shared/contract/records.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { purposes } from '#shared/purposes/index.ts';
import type { WholeSnapshot } from '#shared/register/register-snapshot.ts';
import { getRecord } from './get-record.ts';
import { listRecords } from './list-records.ts';
import { registerSnapshot } from './register-snapshot.ts';

type Source = Parameters<typeof registerSnapshot>[0];

function from<T>(directory: string, read: (source: Source) => T): T {
  const identity = readIdentity(directory);
  const id = typeof identity === 'string' ? '' : identity.workspaceId;
  return reading(directory, (db) => read({ id, catalog: { records: recordsRepository(db) } }));
}

/**
 * Records of a workspace's register, read from its folder: no passphrase is needed, nothing in the folder changes.
 * @throws Failure WORKSPACE_NONE, WORKSPACE_DAMAGED, WORKSPACE_FROM_FUTURE
 */
export const listRecordsOf = (directory: string, kind?: RecordKind): RecordSummary[] =>
  from(directory, (source) => listRecords(source, { kind }));

/** One record. @throws Failure RECORD_UNKNOWN, and as `listRecordsOf` */
export const getRecordOf = (
  directory: string,
  which: { kind: RecordKind; id: string; version?: number | undefined },
): RecordDetail => from(directory, (source) => getRecord(source, which));

/**
 * What people call whatever a record names by an id: datasets, deleted ones among them, purposes, and other records.
 * @throws Failure as `listRecordsOf`
 */
export function namesOfFolder(directory: string): ReadonlyMap<string, string> {
  const datasets = reading(directory, (db) => [
    ...entriesOf(db, arrivalKinds).map(({ payload }) => [payload.datasetId, payload.name] as const),
    ...[...purposes, ...purposesRepository(db).list()].map(({ id, title }) => [id, title] as const),
  ]);
  const records = listRecordsOf(directory).map(
    ({ id, ref, title }) => [id, title === '' ? ref : `${ref} ${title}`] as const,
  );
  return new Map([...datasets, ...records]);
}

/** The register at a moment, as `registerSnapshot` of an open workspace. @throws Failure as `listRecordsOf` */
export const registerSnapshotOf = (
  directory: string,
  options: { asOf?: string | undefined; now?: string },
): WholeSnapshot => from(directory, (source) => registerSnapshot(source, options));
